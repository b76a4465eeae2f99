//! The times at which maintenance windows start: a row for each form of a cron expression.
//!
//! E is the cron reference of `EventBridge`, whose form this is. The days of the week are those of the calendar.

use iot_jobs::{
    primitives::{DateTime, DateTimeFormat},
    types::{MaintenanceWindow, SchedulingConfig},
};

fn starts(expression: &str, from: &str) -> Option<Vec<String>> {
    let window = MaintenanceWindow::builder()
        .start_time(expression)
        .duration_in_minutes(60)
        .build()
        .unwrap();
    let from = DateTime::from_str(from, DateTimeFormat::DateTime).unwrap();
    let starts = window.starts_from(from)?.take(3);
    Some(
        starts
            .map(|start| start.fmt(DateTimeFormat::DateTime).unwrap())
            .collect(),
    )
}

#[rustfmt::skip]
const TABLE: &[(&str, &str, &str, &[&str])] = &[
    ("cron(0 10 * * ? *)", "E: every day", "2027-03-01T00:00:00Z",
        &["2027-03-01T10:00:00Z", "2027-03-02T10:00:00Z", "2027-03-03T10:00:00Z"]),
    ("cron(0 10 * * ? *)", "the time itself is included", "2027-03-01T10:00:00Z",
        &["2027-03-01T10:00:00Z", "2027-03-02T10:00:00Z", "2027-03-03T10:00:00Z"]),
    ("cron(0 10 * * ? *)", "a second later it is not", "2027-03-01T10:00:01Z",
        &["2027-03-02T10:00:00Z", "2027-03-03T10:00:00Z", "2027-03-04T10:00:00Z"]),
    ("cron(0 10 * * ? *)", "nor is it after a part of a second", "2027-03-01T10:00:00.001Z",
        &["2027-03-02T10:00:00Z", "2027-03-03T10:00:00Z", "2027-03-04T10:00:00Z"]),
    ("cron(0/20 23 31 * ? *)", "E: a step from a start; months without a day 31 are skipped", "2027-03-31T23:30:00Z",
        &["2027-03-31T23:40:00Z", "2027-05-31T23:00:00Z", "2027-05-31T23:20:00Z"]),
    ("cron(10-40/15 0-12/6 * * ? *)", "E: steps of ranges", "2027-12-31T06:11:00Z",
        &["2027-12-31T06:25:00Z", "2027-12-31T06:40:00Z", "2027-12-31T12:10:00Z"]),
    ("cron(*/30 0 1 JAN ? 2027/2)", "E: names of months; steps of years", "2027-01-01T00:30:00Z",
        &["2027-01-01T00:30:00Z", "2029-01-01T00:00:00Z", "2029-01-01T00:30:00Z"]),
    ("cron(0 18 ? * MON-FRI *)", "E: weekdays; 2027-03-05 is a Friday", "2027-03-05T18:00:00Z",
        &["2027-03-05T18:00:00Z", "2027-03-08T18:00:00Z", "2027-03-09T18:00:00Z"]),
    ("cron(0 2 ? * 1,7 *)", "E: 1 is Sunday, 7 is Saturday", "2027-03-01T00:00:00Z",
        &["2027-03-06T02:00:00Z", "2027-03-07T02:00:00Z", "2027-03-13T02:00:00Z"]),
    ("cron(0 2 L * ? *)", "E: the last day of the month", "2027-01-31T03:00:00Z",
        &["2027-02-28T02:00:00Z", "2027-03-31T02:00:00Z", "2027-04-30T02:00:00Z"]),
    ("cron(0 2 LW 1,2,10 ? *)", "E: the last workday; 2027-01-31, 02-28 and 10-31 are Sundays", "2027-01-01T00:00:00Z",
        &["2027-01-29T02:00:00Z", "2027-02-26T02:00:00Z", "2027-10-29T02:00:00Z"]),
    ("cron(0 2 15W 5,6,8 ? *)", "E: the workday next to the 15th; 05-15 is a Saturday, 08-15 a Sunday", "2027-05-01T00:00:00Z",
        &["2027-05-14T02:00:00Z", "2027-06-15T02:00:00Z", "2027-08-16T02:00:00Z"]),
    ("cron(0 2 1W 5,8,9 ? *)", "E: in the same month; 05-01 is a Saturday, 08-01 a Sunday", "2027-05-01T00:00:00Z",
        &["2027-05-03T02:00:00Z", "2027-08-02T02:00:00Z", "2027-09-01T02:00:00Z"]),
    ("cron(0 2 31W * ? *)", "in months with a day 31; 2027-01-31 is a Sunday", "2027-01-01T00:00:00Z",
        &["2027-01-29T02:00:00Z", "2027-03-31T02:00:00Z", "2027-05-31T02:00:00Z"]),
    ("cron(0 2 ? * L *)", "E: the last day of the week, which is Saturday", "2027-03-01T00:00:00Z",
        &["2027-03-06T02:00:00Z", "2027-03-13T02:00:00Z", "2027-03-20T02:00:00Z"]),
    ("cron(0 2 ? * 6L *)", "E: the last Friday of the month", "2027-03-01T00:00:00Z",
        &["2027-03-26T02:00:00Z", "2027-04-30T02:00:00Z", "2027-05-28T02:00:00Z"]),
    ("cron(0 2 ? * TUE#5 *)", "E: the fifth Tuesday, which not every month has", "2027-03-01T00:00:00Z",
        &["2027-03-30T02:00:00Z", "2027-06-29T02:00:00Z", "2027-08-31T02:00:00Z"]),
    ("cron(0 0 29 2 ? *)", "leap years", "2027-01-01T00:00:00Z",
        &["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z", "2036-02-29T00:00:00Z"]),
    ("cron(0 0 1 1 ? 2030)", "one year", "2027-01-01T00:00:00Z", &["2030-01-01T00:00:00Z"]),
    ("cron(59 23 31 12 ? 2199)", "the last year", "2027-01-01T00:00:00Z", &["2199-12-31T23:59:00Z"]),
    ("cron(0 0 30 2 ? *)", "no such day", "2027-01-01T00:00:00Z", &[]),
    ("cron(0 0 1 1 ? 2020)", "in the past", "2027-01-01T00:00:00Z", &[]),
    ("cron(* * * * ? *)", "before the first year", "1901-01-01T00:00:00Z",
        &["1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z", "1970-01-01T00:02:00Z"]),
];

#[test]
fn windows_start_when_their_expression_says() {
    for (expression, why, from, expected) in TABLE {
        assert_eq!(
            starts(expression, from).unwrap(),
            *expected,
            "{expression}: {why}"
        );
    }
}

#[test]
fn the_bounds_of_a_schedule_are_times() {
    for (text, seconds) in [
        (Some("2027-03-01 08:30"), Some(1_803_889_800)),
        (Some("tomorrow"), None),
        (None, None),
    ] {
        let text = text.map(str::to_owned);
        let time = seconds.map(DateTime::from_secs);
        let config = SchedulingConfig::builder().set_start_time(text.clone());
        let config = config.build();
        assert_eq!(
            (config.start_date_time(), config.end_date_time()),
            (time, None)
        );
        let config = SchedulingConfig::builder().set_end_time(text).build();
        assert_eq!(
            (config.start_date_time(), config.end_date_time()),
            (None, time)
        );
    }
}

#[test]
fn expressions_that_validation_reports_have_no_times() {
    for expression in [
        "rate(5 minutes)",
        "cron(0 24 * * ? *)",
        "cron(0 22-2 * * ? *)",
        "cron(/5 0 * * ? *)",
        "cron(0 0 ? * MON/2 *)",
        "cron(0 0 L-3 * ? *)",
    ] {
        assert_eq!(
            starts(expression, "2027-01-01T00:00:00Z"),
            None,
            "{expression}"
        );
    }
}

#[test]
fn times_outside_of_the_calendar_have_no_starts() {
    let window = MaintenanceWindow::builder()
        .start_time("cron(* * * * ? *)")
        .duration_in_minutes(60)
        .build()
        .unwrap();
    for seconds in [i64::MIN, i64::MAX] {
        let mut starts = window.starts_from(DateTime::from_secs(seconds));
        assert_eq!(starts.as_mut().and_then(Iterator::next), None);
    }
}
