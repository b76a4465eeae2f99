//! Maintenance windows. Every job is created on a Monday at 0:00.

use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes, Window};

use crate::setup::{clock, run};

/// Ten things a minute in these windows.
fn members(windows: &[(&str, u32)], schedule: &str) -> String {
    let windows: Vec<_> = windows
        .iter()
        .map(|(cron, minutes)| {
            format!(r#"{{"startTime": "cron({cron})", "durationInMinutes": {minutes}}}"#)
        })
        .collect();
    format!(
        r#""targetSelection": "CONTINUOUS", "jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}},
           "schedulingConfig": {{"maintenanceWindows": [{}] {schedule}}}"#,
        windows.join(",")
    )
}

fn windows(windows: &[Window]) -> Vec<(std::time::Duration, std::time::Duration)> {
    windows
        .iter()
        .map(|window| (window.opens, window.closes))
        .collect()
}

#[test]
fn things_are_notified_in_windows_only() {
    let members = members(&[("0 2 * * ? *", 60)], "");
    let fleet = Fleet::new(1500).work(Distribution::minutes(30));
    for (values, rolled_out) in [("pacing=batches", "2d 2:29"), ("pacing=even", "2d 2:30")] {
        let run = run(&members, &fleet, values);
        assert_eq!(run.end, End::Continues);
        assert_eq!(run.rolled_out_at, Some(clock(rolled_out)), "{values}");
        assert_eq!(run.rollout_minutes, 150, "{values}");
        let notified = |time| {
            run.samples
                .iter()
                .find(|sample| sample.at == clock(time))
                .unwrap()
        };
        assert_eq!(notified("1:59").notified, 0);
        assert_eq!(notified("3:00").notified, 600, "{values}");
        assert_eq!(notified("1d 1:59").notified, 600);
        assert_eq!(notified("1d 3:00").notified, 1200, "{values}");
        // What is in progress when a window closes goes on.
        assert!(notified("3:01").in_progress > 0);
        assert_eq!(notified("3:31").succeeded, 600);
        assert_eq!(
            windows(&run.windows),
            [
                ("2:00", "3:00"),
                ("1d 2:00", "1d 3:00"),
                ("2d 2:00", "2d 3:00")
            ]
            .map(|(opens, closes)| (clock(opens), clock(closes)))
        );
    }
}

#[test]
fn queued_executions_wait_for_the_next_window_or_start() {
    let members = members(&[("0 2 * * ? *", 60)], "");
    // Those that are notified in the last ten minutes would start after the window.
    let fleet = Fleet::new(600).start(Distribution::minutes(11));
    let wait = run(&members, &fleet, "queued-outside-windows=wait");
    assert_eq!(wait.ended_at, Some(clock("1d 2:00")));
    let start = run(&members, &fleet, "queued-outside-windows=start");
    assert_eq!(start.ended_at, Some(clock("3:10")));
    for (run, queued) in [(wait, 100), (start, 0)] {
        let sample = run
            .samples
            .iter()
            .find(|sample| sample.at >= clock("3:10"))
            .unwrap();
        assert_eq!(sample.queued, queued);
    }
}

#[test]
fn a_retry_waits_for_the_window_after_those_that_passed_while_nothing_was_notified() {
    let members = members(&[("0 * * * ? *", 20)], "")
        + r#", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 1}]}"#;
    let fleet = Fleet::new(1)
        .outcomes(Outcomes::failing(1.0, 0.0, 0.0))
        .work(Distribution::minutes(150));
    let run = run(&members, &fleet, "retries-in-rate=counted");
    // It fails at 2:30, is retried at 3:00 and fails again.
    assert_eq!(run.ended_at, Some(clock("5:30")));
    assert!(run.samples.windows(2).all(|two| two[0].at < two[1].at));
    let minute = |at: &str| run.samples.iter().find(|sample| sample.at == clock(at));
    assert_eq!(minute("2:59").unwrap().waiting, 1);
    assert_eq!(minute("3:01").unwrap().in_progress, 1);
}

#[test]
fn overlapping_windows_are_one() {
    type Rows = [(
        &'static [(&'static str, u32)],
        &'static [(&'static str, &'static str)],
    )];
    let rows: &Rows = &[
        (
            &[("0 2 * * ? *", 60), ("30 2 * * ? *", 60)],
            &[("2:00", "3:30")],
        ),
        (
            &[("0 2 * * ? *", 60), ("0 3 * * ? *", 60)],
            &[("2:00", "4:00")],
        ),
        (
            &[("0 2 * * ? *", 90), ("30 2 * * ? *", 30)],
            &[("2:00", "3:30")],
        ),
        (&[("0/20 2 * * ? *", 20)], &[("2:00", "3:00")]),
        // Open since Sunday.
        (&[("0 23 * * ? *", 120)], &[("0:00", "1:00")]),
    ];
    for (list, expected) in rows {
        let run = run(&members(list, ""), &Fleet::new(500), "");
        let expected: Vec<_> = expected
            .iter()
            .map(|(opens, closes)| (clock(opens), clock(closes)))
            .collect();
        assert_eq!(windows(&run.windows), expected, "{list:?}");
        assert_eq!(run.rollout_minutes, 50, "{list:?}");
    }
}

#[test]
fn an_end_time_within_a_window_ends_it() {
    let members = members(&[("0 2 * * ? *", 60)], r#", "endTime": "2027-03-02 02:30""#);
    let run = run(&members, &Fleet::new(1000), "");
    assert_eq!(run.end.name(), "end-time");
    assert_eq!(run.last().notified, 900);
    assert_eq!(run.ended_at, Some(clock("1d 2:30")));
}

#[test]
fn things_that_join_outside_of_a_window_get_their_execution_in_the_next() {
    let members = members(&[("0 2 * * ? *", 60)], "");
    let fleet = Fleet::new(900).joining_per_day(24);
    let run = run(&members, &fleet, "pacing=batches");
    assert_eq!(run.rolled_out_at, Some(clock("1d 2:29")));
    // At 1:00, 2:00 and 3:00, which is when the window closes, up to 26:00.
    let sample = |time| {
        let mut samples = run.samples.iter();
        let sample = samples.find(|sample| sample.at == clock(time)).unwrap();
        (sample.joined, sample.things() - sample.not_notified)
    };
    let notified_targets = 600;
    assert_eq!(
        [
            sample("1:59"),
            sample("2:00"),
            sample("1d 1:59"),
            sample("1d 2:00")
        ],
        [
            (1, 0),
            (2, 10 + 2),
            (25, notified_targets + 2),
            (26, notified_targets + 10 + 26),
        ]
    );
}

#[test]
fn things_that_join_after_the_last_window_are_not_notified() {
    // A thing joins at each hour from 1:00 on; the job ends half a day after its last window.
    let end = r#", "endTime": "2027-03-02 15:30", "endBehavior": "CANCEL""#;
    let fleet = Fleet::new(100).joining_per_day(24);
    let run = run(&members(&[("0 2 * * ? *", 60)], end), &fleet, "");
    assert_eq!(run.ended_at, Some(clock("1d 15:30")));
    let last = run.last();
    assert_eq!(last.at, clock("1d 15:30"));
    assert_eq!((last.notified, last.joined), (100, 39));
    // Those after 26:00.
    assert_eq!((last.not_notified, run.spared), (13, 13));
    assert_eq!((last.succeeded, run.touched), (126, 126));
}

#[test]
fn things_join_after_windows_in_which_nothing_happens() {
    let end = r#", "endTime": "2027-03-09 12:00""#;
    let fleet = Fleet::new(1).joining_per_day(1);
    let run = run(&members(&[("0 * * * ? *", 20)], end), &fleet, "");
    assert_eq!((run.last().joined, run.last().succeeded), (8, 9));
}

#[test]
fn the_rate_starts_again_in_each_window() {
    let members = members(&[("0 2 * * ? *", 1), ("30 2 * * ? *", 1)], "");
    for values in ["pacing=batches", "pacing=even"] {
        let run = run(&members, &Fleet::new(40), values);
        assert_eq!(run.rollout_minutes, 4, "{values}");
        assert_eq!(run.windows.len(), 4, "{values}");
    }
}
