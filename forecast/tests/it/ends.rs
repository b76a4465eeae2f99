//! Start times, end times with each behavior, continuous jobs, and what never ends.

use iot_jobs::types::JobEndBehavior;
use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes, forecast};

use crate::setup::{clock, monday, rollout, run};

/// Ten things a minute from Tuesday at 0:00 until 0:30.
fn scheduled(behavior: &str) -> String {
    format!(
        r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}}, "schedulingConfig": {{
            "startTime": "2027-03-02 00:00", "endTime": "2027-03-02 00:30" {behavior}}}"#
    )
}

/// A thousand things that start after ten minutes and work for ten.
fn fleet() -> Fleet {
    Fleet::new(1000)
        .start(Distribution::minutes(10))
        .work(Distribution::minutes(10))
}

#[test]
fn an_end_time_stops_cancels_or_force_cancels() {
    // At 0:30, 300 things are notified: 110 have succeeded, 100 are in progress, 90 are queued.
    let rows = [
        ("", JobEndBehavior::StopRollout, "0:49", 300, 0, 300),
        (
            r#", "endBehavior": "STOP_ROLLOUT""#,
            JobEndBehavior::StopRollout,
            "0:49",
            300,
            0,
            300,
        ),
        (
            r#", "endBehavior": "CANCEL""#,
            JobEndBehavior::Cancel,
            "0:40",
            210,
            90,
            210,
        ),
        (
            r#", "endBehavior": "FORCE_CANCEL""#,
            JobEndBehavior::ForceCancel,
            "0:30",
            110,
            190,
            210,
        ),
    ];
    for (member, behavior, ended_at, succeeded, canceled, touched) in rows {
        let run = run(&scheduled(member), &fleet(), "pacing=batches");
        assert_eq!(run.end, End::EndTime(behavior));
        assert_eq!(run.ended_at, Some(clock(ended_at)), "{member}");
        assert_eq!(run.end_time, Some(clock("0:30")), "{member}");
        assert_eq!(run.settled_at, run.ended_at);
        let last = run.last();
        assert_eq!(
            (last.succeeded, last.canceled),
            (succeeded, canceled),
            "{member}"
        );
        assert_eq!((last.notified, last.not_notified), (300, 700));
        assert_eq!(
            (run.touched, run.spared),
            (touched, 1000 - touched),
            "{member}"
        );
    }
}

#[test]
fn the_last_minute_before_the_end_is_complete_with_even_pacing_too() {
    let run = run(&scheduled(""), &fleet(), "pacing=even");
    assert_eq!(run.last().notified, 300);
    assert_eq!(run.rollout_minutes, 30);
}

#[test]
fn a_job_that_completes_before_its_end_time_is_completed() {
    let fleet = Fleet::new(100).work(Distribution::minutes(5));
    let run = run(&scheduled(""), &fleet, "");
    assert_eq!(
        (run.end, run.ended_at),
        (End::Completed, Some(clock("0:14")))
    );
}

#[test]
fn a_job_starts_at_its_start_time_or_at_its_creation() {
    let fleet = Fleet::new(1);
    let start = |members: &str| forecast(&rollout(members), &fleet, monday()).unwrap().start;
    assert_eq!(start(&scheduled("")).secs(), monday().secs() + 24 * 60 * 60);
    assert_eq!(start(""), monday());
    let past = r#""schedulingConfig": {"startTime": "2027-02-01 00:00"}"#;
    assert_eq!(start(past), monday());
}

#[test]
fn an_end_time_that_is_not_after_the_start_is_refused() {
    for (end, refused) in [
        ("2027-02-01 00:00", true),
        ("2027-03-01 00:00", true),
        ("2027-03-01 00:01", false),
    ] {
        let members = format!(r#""schedulingConfig": {{"endTime": "{end}"}}"#);
        let rollout = rollout(&members);
        let result = forecast(&rollout, &Fleet::new(10), monday());
        let found = result.err().map(|error| error.to_string());
        let end = end.replace(' ', "T");
        let expected = format!(
            "schedulingConfig.endTime: {end}:00Z is not after the start of the job, 2027-03-01T00:00:00Z"
        );
        assert_eq!(found, refused.then_some(expected));
    }
}

#[test]
fn things_that_join_bypass_the_rate() {
    let members =
        r#""targetSelection": "CONTINUOUS", "jobExecutionsRolloutConfig": {"maximumPerMinute": 1}"#;
    // One joins every minute.
    let fleet = Fleet::new(10)
        .joining_per_day(24 * 60)
        .work(Distribution::minutes(1));
    let run = run(members, &fleet, "pacing=batches");
    assert_eq!(
        (run.end.clone(), run.ended_at),
        (End::Continues, Some(clock("0:10")))
    );
    assert_eq!(run.rolled_out_at, Some(clock("0:09")));
    // The tenth joins in the last second.
    assert_eq!(run.last().joined, 10);
    assert_eq!((run.last().notified, run.last().succeeded), (10, 19));
}

#[test]
fn retries_of_things_that_join_do_not_keep_the_targets_waiting_forever() {
    let members = r#""targetSelection": "CONTINUOUS", "jobExecutionsRolloutConfig": {"maximumPerMinute": 1},
        "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 3}]}"#;
    // Two join every minute, and each of them needs three retries.
    let fleet = Fleet::new(1)
        .outcomes(Outcomes::failing(1.0, 0.0, 0.0))
        .joining_per_day(2 * 24 * 60)
        .work(Distribution::minutes(1));
    let run = run(members, &fleet, "retries-in-rate=counted pacing=batches");
    assert_eq!(run.end, End::Continues);
    let last = run.last();
    assert!(last.waiting > 0, "{last:?}");
    assert_eq!((last.notified, run.settled_at), (1, None));
    assert_eq!(run.ended_at, Some(clock("0:10")));
}

#[test]
fn a_continuous_job_completes_at_its_end_time_only() {
    let members =
        r#""targetSelection": "CONTINUOUS", "schedulingConfig": {"endTime": "2027-03-02 00:00"}"#;
    let fleet = Fleet::new(10)
        .joining_per_day(4)
        .work(Distribution::minutes(1));
    let run = run(members, &fleet, "");
    assert_eq!(run.end, End::EndTime(JobEndBehavior::StopRollout));
    // They join at 6, 12, 18 and 24 hours; the last one is done a minute after the end.
    assert_eq!(run.last().joined, 4);
    assert_eq!(run.ended_at, Some(clock("24:01")));
}

#[test]
fn snapshot_jobs_have_no_joining_things() {
    let fleet = Fleet::new(10).joining_per_day(1000);
    assert_eq!(
        run("", &fleet.work(Distribution::minutes(60)), "")
            .last()
            .joined,
        0
    );
}

#[test]
fn executions_without_a_timer_or_a_thing_online_never_end() {
    let silent = Fleet::new(10).outcomes(Outcomes::failing(0.0, 0.0, 0.1));
    let run_ = run("", &silent, "");
    assert_eq!(
        (run_.end.clone(), run_.ended_at, run_.settled_at),
        (End::Unfinished, None, None)
    );
    assert_eq!(run_.last().in_progress, 1);
    let timed = run(
        r#""timeoutConfig": {"inProgressTimeoutInMinutes": 3}"#,
        &silent,
        "",
    );
    assert_eq!(
        (timed.end, timed.ended_at),
        (End::Completed, Some(clock("0:03")))
    );

    let offline = Fleet::new(10)
        .online(0.9, Distribution::default())
        .unreachable(0.1);
    let run_ = run("", &offline, "");
    assert_eq!((run_.end.clone(), run_.last().queued), (End::Unfinished, 1));
    assert_eq!((run_.touched, run_.spared), (9, 1));
    let canceled = run(&scheduled(r#", "endBehavior": "CANCEL""#), &offline, "");
    assert_eq!(canceled.end, End::EndTime(JobEndBehavior::Cancel));
    assert_eq!(
        (canceled.ended_at, canceled.last().canceled),
        (Some(clock("0:30")), 1)
    );
}

#[test]
fn things_that_are_offline_start_when_they_are_online() {
    let fleet = Fleet::new(10)
        .online(0.5, Distribution::minutes(60))
        .start(Distribution::minutes(2))
        .work(Distribution::minutes(5));
    let run = run("", &fleet, "");
    assert_eq!(run.first_result_at, Some(clock("0:07")));
    assert_eq!(run.ended_at, Some(clock("1:07")));
    let sample = run
        .samples
        .iter()
        .find(|sample| sample.at == clock("0:30"))
        .unwrap();
    assert_eq!((sample.queued, sample.succeeded), (5, 5));
}
