//! What abort criteria count, in each reading.

use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes, Run};

use crate::setup::{clock, run};

fn criterion(failure_type: &str, min: u32, percentage: &str) -> String {
    format!(
        r#"{{"action": "CANCEL", "failureType": "{failure_type}", "minNumberOfExecutedThings": {min},
            "thresholdPercentage": {percentage}}}"#
    )
}

/// Ten things a minute, and these criteria.
fn members(criteria: &[String]) -> String {
    format!(
        r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}},
           "abortConfig": {{"criteriaList": [{}]}}"#,
        criteria.join(",")
    )
}

/// A hundred things whose executions take five minutes.
fn fleet(failed: f64, rejected: f64) -> Fleet {
    Fleet::new(100)
        .outcomes(Outcomes::failing(failed, rejected, 0.0))
        .work(Distribution::minutes(5))
}

fn counts(run: &Run) -> (usize, u32, u32) {
    let abort = run.abort().unwrap();
    (abort.criterion, abort.failures, abort.executed)
}

#[test]
fn the_first_met_criterion_in_order_aborts() {
    let criteria = [
        criterion("TIMED_OUT", 1, "1"),
        criterion("ALL", 20, "50"),
        criterion("FAILED", 20, "50"),
    ];
    let run = run(&members(&criteria), &fleet(1.0, 0.0), "");
    assert_eq!(counts(&run), (1, 20, 20));
    assert_eq!(run.ended_at, Some(clock("0:06")));
}

#[test]
fn executed_things_have_ended_or_are_notified() {
    let members = members(&[criterion("FAILED", 30, "50")]);
    let fleet = fleet(1.0, 0.0);
    // The third batch fails at 0:07, and the batch of 0:07 follows.
    let ended = run(&members, &fleet, "abort-base=ended");
    assert_eq!(
        (counts(&ended), ended.ended_at),
        ((0, 30, 30), Some(clock("0:07")))
    );
    // Of 70 notified things 35 have failed at 0:08, of which the batch has not come yet: 40 of 80.
    let notified = run(&members, &fleet, "abort-base=notified");
    assert_eq!(
        (counts(&notified), notified.ended_at),
        ((0, 40, 80), Some(clock("0:08")))
    );
}

#[test]
fn all_counts_rejected_things_or_not() {
    let members = members(&[criterion("ALL", 10, "50")]);
    let fleet = fleet(0.0, 1.0);
    let with = run(&members, &fleet, "failures-of-all=with-rejected");
    assert_eq!(
        (counts(&with), with.ended_at),
        ((0, 10, 10), Some(clock("0:00")))
    );
    let without = run(&members, &fleet, "failures-of-all=without-rejected");
    assert_eq!(without.end, End::Completed);
    assert_eq!(without.last().rejected, 100);
}

#[test]
fn retries_count_each_or_once() {
    let members = members(&[criterion("FAILED", 20, "100")])
        + r#", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 1}]}"#;
    let fleet = fleet(1.0, 0.0);
    // Twenty executions have failed with the second batch, twenty things with the second batch of retries.
    let executions = run(&members, &fleet, "retries-in-abort=executions");
    assert_eq!(executions.ended_at, Some(clock("0:06")));
    let things = run(&members, &fleet, "retries-in-abort=things");
    assert_eq!(things.ended_at, Some(clock("0:11")));
}

#[test]
fn an_abort_cancels_what_is_queued_and_leaves_what_is_in_progress() {
    let members = members(&[criterion("REJECTED", 1, "1")]);
    // Things are rejected or start after two minutes, and work for five.
    let fleet = fleet(0.0, 0.5).start(Distribution::minutes(2)).seed(1);
    let run = run(&members, &fleet, "");
    let abort = run.abort().unwrap();
    assert_eq!(run.ended_at, Some(clock("0:02")));
    assert_eq!(abort.not_notified, 80);
    // Of the first batch some have started before the first rejection; all others were queued.
    assert_eq!(abort.in_progress + abort.canceled + abort.executed, 20);
    assert_eq!(abort.failures, 1);
    assert_eq!(run.last().canceled, abort.canceled);
    assert_eq!(run.last().succeeded, abort.in_progress);
    assert_eq!(run.touched, abort.in_progress + 1);
    assert_eq!(run.spared, 100 - run.touched);
    assert_eq!(run.last().not_notified, 80);
}

#[test]
fn a_threshold_of_0_aborts_before_anything_fails() {
    let members = members(&[criterion("FAILED", 1, "0")]);
    let ended = run(&members, &fleet(0.0, 0.0), "abort-base=ended");
    assert_eq!(
        (counts(&ended), ended.ended_at),
        ((0, 0, 1), Some(clock("0:05")))
    );
    let notified = run(&members, &fleet(0.0, 0.0), "abort-base=notified");
    assert_eq!(
        (counts(&notified), notified.ended_at),
        ((0, 0, 10), Some(clock("0:00")))
    );
}

#[test]
fn percentages_are_compared_exactly() {
    // A third of 300 things is 33.33…%, above 33.33 and below 33.34.
    for (percentage, aborts) in [("33.33", true), ("33.34", false)] {
        let members = format!(
            r#""abortConfig": {{"criteriaList": [{}]}}"#,
            criterion("FAILED", 300, percentage)
        );
        let fleet = Fleet::new(300).outcomes(Outcomes::failing(1.0 / 3.0, 0.0, 0.0));
        assert_eq!(
            run(&members, &fleet, "").abort().is_some(),
            aborts,
            "{percentage}"
        );
    }
}
