//! Retries and timeouts.

use iot_jobs_forecast::{Distribution, End, Fleet, Outcomes};

use crate::setup::{clock, run};

fn retries(criteria: &[(&str, u32)]) -> String {
    let criteria: Vec<_> = criteria
        .iter()
        .map(|(kind, count)| format!(r#"{{"failureType": "{kind}", "numberOfRetries": {count}}}"#))
        .collect();
    format!(
        r#""jobExecutionsRetryConfig": {{"criteriaList": [{}]}},
           "timeoutConfig": {{"inProgressTimeoutInMinutes": 10}}"#,
        criteria.join(",")
    )
}

fn fleet(failed: f64, rejected: f64, timed_out: f64) -> Fleet {
    Fleet::new(100)
        .outcomes(Outcomes::failing(failed, rejected, timed_out))
        .work(Distribution::minutes(5))
}

#[test]
fn retries_are_used_by_type() {
    let fails = || fleet(1.0, 0.0, 0.0);
    let times_out = || fleet(0.0, 0.0, 1.0);
    // The criteria, the fleet, the retries after FAILED and after TIMED_OUT, and the end.
    let rows = [
        (vec![("FAILED", 2)], fails(), (200, 0), "0:15"),
        (vec![("FAILED", 10)], fails(), (1000, 0), "0:55"),
        (vec![("FAILED", 0)], fails(), (0, 0), "0:05"),
        (vec![("FAILED", 2)], times_out(), (0, 0), "0:10"),
        (vec![("TIMED_OUT", 2)], times_out(), (0, 200), "0:30"),
        (vec![("TIMED_OUT", 2)], fails(), (0, 0), "0:05"),
        (vec![("ALL", 3)], fails(), (300, 0), "0:20"),
        (vec![("ALL", 3)], times_out(), (0, 300), "0:40"),
        // REJECTED is never retried.
        (vec![("ALL", 3)], fleet(0.0, 1.0, 0.0), (0, 0), "0:00"),
        (
            vec![("FAILED", 1), ("TIMED_OUT", 2)],
            fails(),
            (100, 0),
            "0:10",
        ),
        // The first execution fails, and all retries time out.
        (
            vec![("FAILED", 1), ("TIMED_OUT", 2)],
            fails().retry_outcomes(Outcomes::failing(0.0, 0.0, 1.0)),
            (100, 200),
            "0:35",
        ),
        // ALL is one number for both types.
        (
            vec![("ALL", 2)],
            fails().retry_outcomes(Outcomes::failing(0.0, 0.0, 1.0)),
            (100, 100),
            "0:25",
        ),
        (
            vec![("ALL", 3)],
            fails().retry_outcomes(Outcomes::default()),
            (100, 0),
            "0:10",
        ),
    ];
    for (criteria, fleet, used, end) in rows {
        let run = run(&retries(&criteria), &fleet, "pacing=batches");
        assert_eq!(
            (run.retries.failed, run.retries.timed_out),
            used,
            "{criteria:?}"
        );
        assert_eq!(run.ended_at, Some(clock(end)), "{criteria:?}");
        assert_eq!((run.end, run.retries.dropped), (End::Completed, 0));
        assert_eq!((run.touched, run.spared), (100, 0));
    }
}

#[test]
fn retries_are_within_the_rate_or_at_once() {
    let members =
        retries(&[("FAILED", 1)]) + r#", "jobExecutionsRolloutConfig": {"maximumPerMinute": 10}"#;
    let fleet = Fleet::new(20)
        .outcomes(Outcomes::failing(1.0, 0.0, 0.0))
        .work(Distribution::minutes(1));
    let exempt = run(&members, &fleet, "retries-in-rate=exempt");
    assert_eq!(
        (exempt.rolled_out_at, exempt.ended_at),
        (Some(clock("0:01")), Some(clock("0:03")))
    );
    // Each minute ten, of which the second and the last are retries.
    let counted = run(&members, &fleet, "retries-in-rate=counted");
    assert_eq!(
        (counted.rolled_out_at, counted.ended_at),
        (Some(clock("0:02")), Some(clock("0:04")))
    );
    assert_eq!(counted.retries, exempt.retries);
    // With even pacing the retries come evenly spread, too: forty in four minutes.
    let even = run(&members, &fleet, "retries-in-rate=counted pacing=even");
    assert_eq!(even.ended_at, Some(clock("0:05")));
}

#[test]
fn retries_that_wait_are_dropped_at_the_end() {
    let members = retries(&[("FAILED", 5)])
        + r#", "jobExecutionsRolloutConfig": {"maximumPerMinute": 1},
            "schedulingConfig": {"endTime": "2027-03-01 00:30"}"#;
    let fleet = Fleet::new(100)
        .outcomes(Outcomes::failing(1.0, 0.0, 0.0))
        .work(Distribution::minutes(2));
    let run = run(&members, &fleet, "retries-in-rate=counted");
    let last = run.last();
    assert_eq!(last.waiting, 0);
    assert_eq!(last.failed, last.notified);
    assert!(run.retries.dropped > 0, "{:?}", run.retries);
}

#[test]
fn work_that_takes_longer_than_the_timer_times_out() {
    let members = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 10}"#;
    // The work, whether it times out at the deadline and a minute later, and the ends.
    let rows = [
        (9, (false, "0:09"), (false, "0:09")),
        (10, (false, "0:10"), (false, "0:10")),
        (11, (true, "0:10"), (false, "0:11")),
        (12, (true, "0:10"), (true, "0:11")),
    ];
    for (work, on_time, late) in rows {
        let fleet = Fleet::new(1).work(Distribution::minutes(work));
        for (values, (times_out, end)) in [
            ("timeout-delay=none", on_time),
            ("timeout-delay=minute", late),
        ] {
            let run = run(members, &fleet, values);
            assert_eq!(run.last().timed_out == 1, times_out, "{work} {values}");
            assert_eq!(run.ended_at, Some(clock(end)), "{work} {values}");
        }
    }
}

#[test]
fn a_step_timer_ends_executions_that_do_not_answer() {
    let fleet = fleet(0.0, 0.0, 0.1);
    let members = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 10}"#;
    for (members, step, end) in [
        ("", Some(7), "0:07"),
        (members, Some(7), "0:07"),
        (members, Some(12), "0:10"),
        (members, None, "0:10"),
    ] {
        let mut fleet = fleet.clone();
        fleet.step_timeout_in_minutes = step;
        let run = run(members, &fleet, "");
        assert_eq!(run.last().timed_out, 10);
        assert_eq!(run.ended_at, Some(clock(end)), "{step:?}");
    }
}
