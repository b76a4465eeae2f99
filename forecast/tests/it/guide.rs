//! The examples of the developer guide and the API reference, exactly.

use std::time::Duration;

use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes, Run, StepTimer, deadline};

use crate::setup::{clock, minutes, rollout, run};

/// The developer guide's exponential rate, with both of its numbers and the maximum beside it.
const EXPONENTIAL: &str = r#""jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 50,
    "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1000,
    "numberOfSucceededThings": 1000}}, "maximumPerMinute": 1000}"#;

/// The developer guide's abort criteria.
const ABORT: &str = r#""abortConfig": {"criteriaList": [
    {"action": "CANCEL", "failureType": "FAILED", "minNumberOfExecutedThings": 100, "thresholdPercentage": 20},
    {"action": "CANCEL", "failureType": "TIMED_OUT", "minNumberOfExecutedThings": 200, "thresholdPercentage": 50}]},
    "timeoutConfig": {"inProgressTimeoutInMinutes": 10}"#;

#[test]
fn the_rate_is_50_100_200_400_up_to_1000_2000_3000_4000_things() {
    let rollout = rollout(EXPONENTIAL);
    let rate = |notified| rollout.rate_per_minute(notified, 0, &crate::setup::reading(""));
    let rows = [
        (0, 50),
        (999, 50),
        (1000, 100),
        (1999, 100),
        (2000, 200),
        (2999, 200),
        (3000, 400),
        (3999, 400),
        (4000, 800),
        (5000, 1000),
        (1_000_000, 1000),
    ];
    for (notified, expected) in rows {
        assert_eq!(rate(notified), expected, "{notified} things");
    }
}

/// When the rate increases, with the number of notified things, and the new rate.
fn increases(run: &Run) -> Vec<(Duration, u32, u32)> {
    let increases = run.increases.iter();
    increases
        .map(|increase| (increase.at, increase.notified, increase.rate))
        .collect()
}

#[test]
fn the_rate_increases_when_1000_2000_3000_4000_things_are_notified() {
    let fleet = Fleet::new(10_000).work(Distribution::minutes(1000));
    let run = run(EXPONENTIAL, &fleet, "pacing=even");
    // 20 minutes of 50, 10 of 100, 5 of 200, two and a half of 400.
    assert_eq!(
        increases(&run),
        [
            (clock("0:20"), 1000, 100),
            (clock("0:30"), 2000, 200),
            (clock("0:35"), 3000, 400),
            (clock("0:37:30"), 4000, 800),
            (clock("0:38:45"), 5000, 1000),
        ]
    );
    assert_eq!(run.rolled_out_at, Some(clock("0:43:45")));
}

#[test]
fn the_rate_does_not_increase_when_everything_is_notified() {
    let members = format!(
        r#"{EXPONENTIAL}, "jobExecutionsRetryConfig": {{"criteriaList": [{{"failureType": "FAILED", "numberOfRetries": 1}}]}}"#
    );
    // The second thousand is complete when the last target is notified, at 0:30.
    let fleet = Fleet::new(2000)
        .outcomes(Outcomes::failing(0.1, 0.0, 0.0))
        .retry_outcomes(Outcomes::default())
        .work(Distribution::minutes(40));
    for values in ["pacing=even", "pacing=batches"] {
        let run = run(&members, &fleet, values);
        assert_eq!(increases(&run), [(clock("0:20"), 1000, 100)], "{values}");
    }
    // A retry that counts in the rate is left to notify at it.
    let counted = run(&members, &fleet, "pacing=even retries-in-rate=counted");
    let late = &increases(&counted)[1..];
    assert_eq!(late.len(), 1);
    assert!(late[0].0 > clock("0:40"), "{late:?}");
    assert_eq!((late[0].1, late[0].2), (2000, 200));
}

#[test]
fn batches_increase_from_the_next_minute() {
    let fleet = Fleet::new(10_000).work(Distribution::minutes(1000));
    let run = run(EXPONENTIAL, &fleet, "pacing=batches");
    assert_eq!(
        increases(&run),
        [
            (clock("0:20"), 1000, 100),
            (clock("0:30"), 2000, 200),
            (clock("0:35"), 3000, 400),
            (clock("0:38"), 4200, 800),
            (clock("0:39"), 5000, 1000),
        ]
    );
    assert_eq!(run.rolled_out_at, Some(clock("0:43")));
}

#[test]
fn things_that_have_succeeded_increase_the_rate() {
    let members = r#""jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 50,
        "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfSucceededThings": 1000}}}"#;
    let fleet = Fleet::new(3000).work(Distribution::minutes(7));
    let run = run(members, &fleet, "pacing=even");
    // The thousandth thing is notified at 0:20 and succeeds 7 minutes later, just before the 1350th is notified.
    let first = run.increases[0];
    assert_eq!(
        (first.at, first.notified, first.succeeded, first.rate),
        (clock("0:27"), 1349, 1000, 100)
    );
}

#[test]
fn a_constant_rate_of_1000_notifies_100_000_things_in_100_minutes() {
    for members in [
        r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 1000}"#,
        // The rate where none is set.
        "",
    ] {
        for (values, rolled_out) in [("pacing=even", "1:40"), ("pacing=batches", "1:39")] {
            let run = run(members, &Fleet::new(100_000), values);
            assert_eq!(run.rollout_minutes, 100, "{values}");
            assert_eq!(run.rolled_out_at, Some(clock(rolled_out)), "{values}");
            assert_eq!(run.end, End::Completed);
            assert_eq!(run.last().succeeded, 100_000);
        }
    }
}

#[test]
fn step_timers_move_the_deadline_to_12_12_12_15_and_12_20() {
    let step = |set_at, timeout| StepTimer {
        set_at: clock(set_at),
        timeout: Some(minutes(timeout)),
    };
    let steps = [step("12:05", 7), step("12:10", 5), step("12:13", 9)];
    let deadline = |steps| deadline(clock("12:00"), Some(minutes(20)), steps);
    let deadlines = [0, 1, 2, 3].map(|count| deadline(&steps[..count]));
    assert_eq!(
        deadlines,
        ["12:20", "12:12", "12:15", "12:20"].map(|time| Some(clock(time)))
    );
}

#[test]
fn step_timers_without_and_after_a_deadline() {
    let step = |set_at, timeout: Option<u64>| StepTimer {
        set_at: minutes(set_at),
        timeout: timeout.map(minutes),
    };
    let rows: [(Option<u64>, &[StepTimer], Option<u64>); 6] = [
        (None, &[], None),
        (None, &[step(5, Some(7))], Some(12)),
        (None, &[step(5, Some(7)), step(6, None)], None),
        (Some(20), &[step(5, Some(7)), step(6, None)], Some(20)),
        // Set after it has timed out.
        (Some(20), &[step(5, Some(7)), step(13, Some(5))], Some(12)),
        (Some(20), &[step(25, Some(7))], Some(20)),
    ];
    for (timeout, steps, expected) in rows {
        let found = deadline(Duration::ZERO, timeout.map(minutes), steps);
        assert_eq!(found, expected.map(minutes), "{timeout:?} {steps:?}");
    }
}

#[test]
fn the_first_criterion_aborts_at_20_of_100() {
    // Every fifth thing fails on average, but only once 100 things are done.
    let fleet = Fleet::new(10_000)
        .outcomes(Outcomes::failing(1.0, 0.0, 0.0))
        .work(Distribution::minutes(2));
    let members = format!(r#"{ABORT}, "jobExecutionsRolloutConfig": {{"maximumPerMinute": 50}}"#);
    let run = run(&members, &fleet, "pacing=batches");
    let abort = run.abort().unwrap();
    assert_eq!(abort.criterion, 0);
    // The second batch starts at 0:01 and fails at 0:03, in the same second as the batch of 0:03 would start.
    assert_eq!((abort.failures, abort.executed), (100, 100));
    assert_eq!(run.ended_at, Some(clock("0:03")));
    assert_eq!(
        (abort.in_progress, abort.canceled, abort.not_notified),
        (50, 0, 9850)
    );
    // What is in progress goes on.
    assert_eq!(run.settled_at, Some(clock("0:04")));
    assert_eq!((run.touched, run.spared), (150, 9850));
    assert_eq!(run.last().failed, 150);
}

#[test]
fn the_second_criterion_aborts_at_100_of_200() {
    let fleet = Fleet::new(10_000).outcomes(Outcomes::failing(0.0, 0.0, 1.0));
    let members = format!(r#"{ABORT}, "jobExecutionsRolloutConfig": {{"maximumPerMinute": 50}}"#);
    for (values, at) in [
        ("timeout-delay=none", "0:13"),
        ("timeout-delay=minute", "0:14"),
    ] {
        let run = run(&members, &fleet, values);
        let abort = run.abort().unwrap();
        assert_eq!(
            (abort.criterion, abort.failures, abort.executed),
            (1, 200, 200)
        );
        assert_eq!(run.ended_at, Some(clock(at)), "{values}");
    }
}

#[test]
fn neither_criterion_aborts_below_its_percentage() {
    // 19 of 100 fail and 49 of 100 time out, exactly: the order is random, so the minimum is all things.
    let members = r#""abortConfig": {"criteriaList": [
        {"action": "CANCEL", "failureType": "FAILED", "minNumberOfExecutedThings": 100, "thresholdPercentage": 19.01},
        {"action": "CANCEL", "failureType": "TIMED_OUT", "minNumberOfExecutedThings": 100, "thresholdPercentage": 49.01}]},
        "timeoutConfig": {"inProgressTimeoutInMinutes": 10}"#;
    let fleet = Fleet::new(100).outcomes(Outcomes::failing(0.19, 0.0, 0.49));
    assert_eq!(run(members, &fleet, "").end, End::Completed);
    for (member, met, criterion) in [("19.01", "19", 0), ("49.01", "49", 1)] {
        let run = run(&members.replace(member, met), &fleet, "");
        assert_eq!(run.abort().unwrap().criterion, criterion);
    }
}
