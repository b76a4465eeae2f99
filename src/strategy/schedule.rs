//! The times of schedules and the cron expressions of maintenance windows.

use aws_smithy_types::{DateTime, date_time::Format};
use proptest::prelude::*;

use crate::validate::cron;

/// A minute, in seconds.
const MINUTE: i64 = 60;

/// Times of a schedule, most as the service documents them.
pub(super) fn time() -> BoxedStrategy<String> {
    // 2020 to 2050, in minutes.
    (26_297_280..42_075_360_i64)
        .prop_map(|minutes| written(minutes * MINUTE))
        .boxed()
}

/// Epoch seconds as a time of a schedule, `YYYY-MM-DD HH:MM`.
pub(super) fn written(seconds: i64) -> String {
    let moment = DateTime::from_secs(seconds)
        .fmt(Format::DateTime)
        .unwrap_or_default();
    let minute = moment.get(..16).unwrap_or_default();
    minute.replacen('T', " ", 1)
}

/// Cron expressions that start a maintenance window.
pub(super) fn cron() -> BoxedStrategy<String> {
    let fields = cron::ranges().map(|(min, max)| field(min, max));
    (fields, any::<bool>())
        .prop_map(
            |([minute, hour, mut day, month, mut weekday, year], by_week)| {
                let open = if by_week { &mut day } else { &mut weekday };
                "?".clone_into(open);
                // Steps are not documented for days of the week.
                let weekday = weekday
                    .split_once('/')
                    .map_or(weekday.as_str(), |(days, _)| days);
                format!("cron({minute} {hour} {day} {month} {weekday} {year})")
            },
        )
        .boxed()
}

/// One field: all values, one, some, a range, or each so many.
fn field(min: u16, max: u16) -> BoxedStrategy<String> {
    let value = min..=max;
    let range = (value.clone(), value.clone())
        .prop_map(|(one, other)| format!("{}-{}", one.min(other), one.max(other)));
    let step = (1..=max - min).prop_map(|step| format!("*/{step}"));
    let two = (value.clone(), value.clone()).prop_map(|(one, other)| format!("{one},{other}"));
    prop_oneof![
        2 => Just("*".to_owned()),
        2 => value.prop_map(|value| value.to_string()),
        1 => range,
        1 => step,
        1 => two,
    ]
    .boxed()
}
