//! Inputs that would take long or much memory.

use std::time::Duration;

use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes};

use crate::setup::{clock, minutes, run};

/// Two years.
const HORIZON: u64 = 731 * 24 * 60;
/// Three days of minutes, and the last sample.
const MAX_SAMPLES: usize = 3 * 24 * 60 + 1;

#[test]
fn a_rate_that_takes_centuries_ends_at_the_horizon() {
    let members = r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 1}"#;
    let fleet = Fleet::new(Fleet::MAX_THINGS);
    let run = run(members, &fleet, "");
    assert_eq!((run.end.clone(), run.ended_at), (End::Horizon, None));
    assert!(run.last().notified >= u32::try_from(HORIZON).unwrap());
    assert_eq!(run.last().at, minutes(HORIZON));
    assert!(run.samples.len() <= MAX_SAMPLES, "{}", run.samples.len());
    // The rate of what was left out is kept.
    assert!(run.samples[1..].iter().all(|sample| sample.rate == 1));
    let apart = run.samples[1].at;
    assert_eq!(apart, run.interval);
    assert!(
        run.samples
            .windows(2)
            .rev()
            .skip(1)
            .all(|two| two[1].at == two[0].at + apart)
    );
}

#[test]
fn windows_that_never_come_end_at_the_horizon() {
    let members = |cron: &str| {
        format!(
            r#""targetSelection": "CONTINUOUS", "schedulingConfig": {{"maintenanceWindows": [
                {{"startTime": "cron({cron})", "durationInMinutes": 1}}]}}"#
        )
    };
    for cron in ["0 0 30 2 ? *", "0 0 1 1 ? 2020", "0 0 1 1 ? 2199"] {
        let run = run(&members(cron), &Fleet::new(10), "");
        assert_eq!(
            (run.end.clone(), run.windows.len()),
            (End::Horizon, 0),
            "{cron}"
        );
        assert_eq!(run.last().not_notified, 10);
    }
    // More windows than a run lists.
    let members = members("0/2 * * * ? *").replace(
        r#""schedulingConfig""#,
        r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 10}, "schedulingConfig""#,
    );
    let run = run(&members, &Fleet::new(15_000), "");
    assert_eq!((run.end, run.windows.len()), (End::Continues, 1000));
    assert_eq!(run.rolled_out_at, Some(clock("2d 1:58")));
}

#[test]
fn a_window_that_is_always_open() {
    let members = r#""targetSelection": "CONTINUOUS", "schedulingConfig": {"maintenanceWindows": [
        {"startTime": "cron(* * * * ? *)", "durationInMinutes": 1430}]}"#;
    let run = run(members, &Fleet::new(2000), "");
    assert_eq!((run.end.clone(), run.windows.len()), (End::Continues, 1));
    assert_eq!(run.rolled_out_at, Some(clock("0:01")));
}

#[test]
fn extreme_times_are_after_the_horizon() {
    let long = Duration::from_hours(10 * 365 * 24);
    let rows = [
        Distribution::Fixed(long),
        Distribution::Uniform {
            min: long,
            max: long,
        },
        Distribution::LogNormal {
            median: Duration::from_nanos(1),
            p95: long,
        },
    ];
    for work in rows {
        let run = run("", &Fleet::new(1000).work(work), "");
        assert_eq!(
            (run.end.clone(), run.ended_at),
            (End::Horizon, None),
            "{work:?}"
        );
        assert_eq!(run.last().things(), 1000);
    }
}

#[test]
fn everything_at_once_and_again() {
    // All fail in no time, ten times.
    let members = r#""jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 10}]}"#;
    let fleet = Fleet::new(1000).outcomes(Outcomes::failing(1.0, 0.0, 0.0));
    let run = run(members, &fleet, "pacing=batches");
    assert_eq!(
        (run.ended_at, run.retries.failed),
        (Some(Duration::ZERO), 10_000)
    );
}

#[test]
fn the_outcomes_of_a_large_fleet_have_their_shares() {
    let fleet = Fleet::new(200_000)
        .outcomes(Outcomes::failing(0.03, 0.01, 0.01))
        .online(
            0.7,
            Distribution::LogNormal {
                median: minutes(600),
                p95: minutes(4000),
            },
        )
        .work(Distribution::Uniform {
            min: minutes(5),
            max: minutes(20),
        });
    let run = run(
        r#""timeoutConfig": {"inProgressTimeoutInMinutes": 30}"#,
        &fleet,
        "",
    );
    assert_eq!(run.end, End::Completed);
    let last = run.last();
    assert_eq!(
        (last.succeeded, last.failed, last.rejected, last.timed_out),
        (190_000, 6000, 2000, 2000)
    );
}
