//! The advice, each with a setting that gives it and one that does not.

use iot_jobs_forecast::{
    AdviceKind, Distribution, Fleet, Outcomes, Readings, forecast, forecast_with,
};

use crate::setup::{monday, rollout};

fn advice(members: &str, fleet: &Fleet) -> Vec<String> {
    let forecast = forecast(&rollout(members), fleet, monday()).unwrap();
    forecast
        .advice
        .iter()
        .map(|advice| {
            assert!(advice.runs > 0 && advice.runs <= forecast.runs.len());
            format!("{} {}", advice.path, advice.kind)
        })
        .collect()
}

fn abort(failure_type: &str, min: u32, percentage: u32) -> String {
    format!(
        r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}}, "abortConfig": {{"criteriaList": [
            {{"action": "CANCEL", "failureType": "{failure_type}", "minNumberOfExecutedThings": {min},
              "thresholdPercentage": {percentage}}}]}}"#
    )
}

/// A hundred things that work for a minute.
fn fleet() -> Fleet {
    Fleet::new(100).work(Distribution::minutes(1))
}

#[test]
fn abort_criteria() {
    let retry = r#""jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 1}]}"#;
    let never = ["abortConfig.criteriaList[0].minNumberOfExecutedThings criterion-never-met"];
    let no_timer = ["abortConfig.criteriaList[0].failureType criterion-never-met"];
    let single = ["abortConfig.criteriaList[0].thresholdPercentage single-failure-aborts"];
    let timed_out = abort("TIMED_OUT", 100, 50);
    let rows: [(String, Fleet, &[&str]); 9] = [
        (abort("FAILED", 101, 50), fleet(), &never),
        (abort("FAILED", 100, 50), fleet(), &[]),
        // Each thing may have two executions.
        (
            format!("{}, {retry}", abort("FAILED", 101, 50)),
            fleet(),
            &[],
        ),
        (
            format!("{}, {retry}", abort("FAILED", 201, 50)),
            fleet(),
            &never,
        ),
        (timed_out.clone(), fleet(), &no_timer),
        (timed_out, fleet().step_timeout_in_minutes(5), &[]),
        (abort("FAILED", 50, 2), fleet(), &single),
        (abort("FAILED", 51, 2), fleet(), &[]),
        // It aborts without a failure.
        (abort("FAILED", 100, 0), fleet(), &[]),
    ];
    for (members, fleet, expected) in rows {
        assert_eq!(advice(&members, &fleet), expected, "{members}");
    }
}

#[test]
fn a_criterion_counts_things_that_come_online() {
    let found = |min, unreachable: f64, retry: &str| {
        let fleet = Fleet::new(200)
            .outcomes(Outcomes::failing(0.4, 0.0, 0.0))
            .online(1.0 - unreachable, Distribution::default())
            .unreachable(unreachable)
            .work(Distribution::minutes(1));
        let members = format!("{}{retry}", abort("FAILED", min, 50));
        let forecast = forecast(&rollout(&members), &fleet, monday()).unwrap();
        let total = forecast.runs.len();
        let advice = forecast.advice.into_iter();
        let mut advice = advice.filter(|advice| advice.kind == AdviceKind::CriterionNeverMet);
        advice
            .next()
            .map(|advice| (advice.message, advice.runs, total))
    };
    let retry = r#", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 1}]}"#;
    // The notified things are 200 in any case, in the readings that count them.
    let rows = [
        (80, 0.6, "", None),
        (81, 0.6, "", Some((80, 120, 2, 4))),
        (200, 0.6, "", Some((80, 120, 2, 4))),
        (201, 0.6, "", Some((200, 0, 4, 4))),
        (81, 0.6, retry, Some((80, 120, 4, 16))),
        (161, 0.6, retry, Some((160, 120, 8, 16))),
        (200, 0.0, "", None),
        (199, 0.005, "", None),
        (200, 0.005, "", Some((199, 1, 2, 4))),
    ];
    for (min, unreachable, retry, expected) in rows {
        let expected = expected.map(|(most, offline, runs, total)| {
            let reason = match offline {
                0 => String::new(),
                1 => ", since 1 thing is never online,".to_owned(),
                _ => format!(", since {offline} things are never online,"),
            };
            let message =
                format!("the criterion counts at most {most} executions{reason} and needs {min}: set it to fewer");
            (message, runs, total)
        });
        assert_eq!(
            found(min, unreachable, retry),
            expected,
            "{min} {unreachable}"
        );
    }
}

#[test]
fn readings_without_effect() {
    let readings = |values: &[(&str, &str)]| {
        let all = values
            .iter()
            .try_fold(Readings::all(), |readings, (point, value)| {
                readings.only(point, value)
            });
        let forecast = forecast_with(&rollout(""), &fleet(), monday(), &all.unwrap()).unwrap();
        let advice = forecast.advice.into_iter();
        advice
            .map(|advice| format!("{} {}: {}", advice.path, advice.kind, advice.message))
            .collect::<Vec<_>>()
    };
    assert!(readings(&[("pacing", "even")]).is_empty());
    assert_eq!(
        readings(&[("pacing", "even"), ("abort-base", "notified")]),
        [
            "abortConfig assumption-unused: the reading abort-base=notified has no effect with these settings and \
             assumptions"
        ]
    );
    // Selected as a default, not by name.
    let defaults = forecast_with(&rollout(""), &fleet(), monday(), &Readings::default_only());
    assert!(defaults.unwrap().advice.is_empty());
}

/// The messages of the advice of a kind.
fn messages(members: &str, fleet: &Fleet, kind: AdviceKind) -> Vec<String> {
    let forecast = forecast(&rollout(members), fleet, monday()).unwrap();
    let advice = forecast.advice.into_iter();
    advice
        .filter(|advice| advice.kind == kind)
        .map(|advice| advice.message)
        .collect()
}

#[test]
fn a_single_failure_aborts_up_to_a_number_of_executed_things() {
    let message = |min, percentage| {
        let members = abort("FAILED", min, 1).replace(
            r#""thresholdPercentage": 1}"#,
            &format!(r#""thresholdPercentage": {percentage}}}"#),
        );
        messages(&members, &fleet(), AdviceKind::SingleFailureAborts)
    };
    let rows = [
        (1, "0.01", "10 000 things"),
        (1, "2.5", "40 things"),
        (30, "2.5", "40 things"),
        // 33 and a third.
        (33, "3", "33 things"),
        (1, "100", "1 thing"),
    ];
    for (min, percentage, executed) in rows {
        let expected = format!(
            "a single failure aborts the job until more than {executed} were executed: set higher numbers, so that \
             thresholdPercentage times minNumberOfExecutedThings is above 100"
        );
        assert_eq!(message(min, percentage), [expected]);
    }
    assert!(message(34, "3").is_empty());
}

#[test]
fn a_rollout_without_results() {
    let fast = ["jobExecutionsRolloutConfig notified-before-first-result"];
    let rate = |rate: u32| {
        abort("FAILED", 100, 50).replace(
            r#""maximumPerMinute": 10}"#,
            &format!(r#""maximumPerMinute": {rate}}}"#),
        )
    };
    assert_eq!(advice(&rate(1000), &fleet()), fast);
    // No rate helps without a criterion.
    assert!(advice("", &fleet()).is_empty());
    assert!(advice(&rate(10), &fleet()).is_empty());
    let one = messages(
        &rate(1000),
        &Fleet::new(1),
        AdviceKind::NotifiedBeforeFirstResult,
    );
    assert!(one.is_empty());
    // A minute later in one reading, and earlier in the other.
    let forecast = forecast(
        &rollout(&rate(50)),
        &fleet().work(Distribution::Fixed(crate::setup::clock("0:01:30"))),
        monday(),
    )
    .unwrap();
    assert_eq!((forecast.advice[0].runs, forecast.runs.len()), (1, 2));
}

#[test]
fn things_that_join_can_be_stopped_after_all_targets_are_notified() {
    let members = format!(
        r#"{}, "targetSelection": "CONTINUOUS", "schedulingConfig": {{"endTime": "2027-03-03 00:00"}}"#,
        abort("FAILED", 500, 20).replace("10}", "1000}"),
    );
    let found = |joining| {
        let fleet = fleet()
            .outcomes(Outcomes::failing(0.2, 0.0, 0.0))
            .joining_per_day(joining);
        messages(&members, &fleet, AdviceKind::NotifiedBeforeFirstResult)
    };
    let message = |stopped| {
        [format!(
            "every target is notified before the first execution ends, so that {stopped}: set a lower rate"
        )]
    };
    assert_eq!(found(0), message("no failure can stop the rollout"));
    assert_eq!(
        found(1000),
        message("failures can stop the rollout only to things that join later")
    );
}

#[test]
fn work_that_takes_longer_than_the_timer() {
    let members = r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 10},
        "timeoutConfig": {"inProgressTimeoutInMinutes": 60}"#;
    let found = |work| {
        let fleet = fleet().work(Distribution::minutes(work));
        messages(members, &fleet, AdviceKind::WorkOutlastsTimeout)
    };
    assert_eq!(
        found(120),
        ["all executions work for at least 2h and time out after 1h: set more minutes"]
    );
    assert_eq!(
        found(10081),
        [
            "all executions work for at least 7d 1m and time out after 1h: no timer is so long, and without \
             timeoutConfig they do not time out"
        ]
    );
    let work = Distribution::Uniform {
        min: crate::setup::minutes(60),
        max: crate::setup::minutes(100),
    };
    assert_eq!(
        messages(
            members,
            &fleet().work(work),
            AdviceKind::WorkOutlastsTimeout
        ),
        [
            "half of the executions or more work for at least 1h 20m and time out after 1h: set more minutes"
        ]
    );
    assert!(found(60).is_empty());
    let fleet = fleet().work(Distribution::Fixed(crate::setup::clock("1:02:31")));
    let seconds = messages(members, &fleet, AdviceKind::WorkOutlastsTimeout);
    assert!(seconds[0].contains("at least 1h 2m 31s and"), "{seconds:?}");
}

#[test]
fn assumptions_without_effect() {
    let rate = r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 10}"#;
    let joining = fleet().joining_per_day(5);
    assert_eq!(
        advice(rate, &joining),
        ["targetSelection assumption-unused"]
    );
    let continuous = format!(r#"{rate}, "targetSelection": "CONTINUOUS""#);
    assert_eq!(
        advice(&continuous, &joining),
        ["schedulingConfig.endTime assumption-unused"]
    );
    let joins = fleet().joining_per_day(500);
    assert!(advice(&continuous, &joins).is_empty());
    let retry_outcomes = fleet().retry_outcomes(Outcomes::failing(0.5, 0.0, 0.0));
    assert_eq!(
        advice(rate, &retry_outcomes),
        ["jobExecutionsRetryConfig assumption-unused"]
    );
    let retry = format!(
        r#"{rate}, "jobExecutionsRetryConfig": {{"criteriaList": [{{"failureType": "FAILED", "numberOfRetries": 1}}]}}"#
    );
    assert!(advice(&retry, &retry_outcomes).is_empty());
}

#[test]
fn end_times() {
    let end = |rate: u32, other: &str| {
        format!(
            r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": {rate}}},
               "schedulingConfig": {{"endTime": "2027-03-01 00:30"}} {other}"#
        )
    };
    assert_eq!(
        advice(&end(3, ""), &fleet()),
        ["schedulingConfig.endTime rollout-outlasts-end"]
    );
    assert!(advice(&end(4, ""), &fleet()).is_empty());
    // Also if executions remain that never end.
    let unreachable = fleet()
        .online(0.9, Distribution::default())
        .unreachable(0.1);
    assert_eq!(
        advice(&end(3, ""), &unreachable),
        [
            "schedulingConfig.endTime rollout-outlasts-end",
            "schedulingConfig.endBehavior never-ends",
        ]
    );
    assert_eq!(
        messages(&end(10, ""), &unreachable, AdviceKind::NeverEnds),
        ["queued executions of things that are never online never end: set it to CANCEL"]
    );
    let retry = r#", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 2}]}"#;
    let fails = |work| {
        let fleet = Fleet::new(100).outcomes(Outcomes::failing(1.0, 0.0, 0.0));
        fleet.work(Distribution::minutes(work))
    };
    assert_eq!(
        advice(&end(10, retry), &fails(9)),
        ["schedulingConfig.endTime retries-outlast-end"]
    );
    assert!(advice(&end(50, retry), &fails(1)).is_empty());
}

#[test]
fn jobs_that_never_end() {
    let rate = r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 10}"#;
    let silent = fleet().outcomes(Outcomes::failing(0.0, 0.0, 0.01));
    assert_eq!(advice(rate, &silent), ["timeoutConfig never-ends"]);
    let timeout = format!(r#"{rate}, "timeoutConfig": {{"inProgressTimeoutInMinutes": 10}}"#);
    assert!(advice(&timeout, &silent).is_empty());
    let offline = fleet()
        .online(0.99, Distribution::default())
        .unreachable(0.01);
    assert_eq!(
        advice(&timeout, &offline),
        ["schedulingConfig.endTime never-ends"]
    );
    let end = format!(
        r#"{timeout}, "schedulingConfig": {{"endTime": "2027-03-01 12:00", "endBehavior": "CANCEL"}}"#
    );
    assert_eq!(
        advice(&end, &offline),
        ["schedulingConfig.endBehavior end-time-cancels"]
    );
}

#[test]
fn executions_that_the_end_time_cancels() {
    let cancels = |behavior: &str, fleet: &Fleet| {
        let members = format!(
            r#""jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}},
               "schedulingConfig": {{"endTime": "2027-03-01 00:30", "endBehavior": "{behavior}"}}"#
        );
        messages(&members, fleet, AdviceKind::EndTimeCancels)
    };
    let working = Fleet::new(100).work(Distribution::minutes(60));
    assert_eq!(
        cancels("FORCE_CANCEL", &working),
        ["the end time cancels 100 executions"]
    );
    assert!(cancels("CANCEL", &working).is_empty());
    let starting = Fleet::new(300).start(Distribution::minutes(2));
    assert_eq!(
        cancels("CANCEL", &starting),
        ["the end time cancels 10 to 20 queued executions"]
    );
    assert!(cancels("STOP_ROLLOUT", &starting).is_empty());
    assert!(cancels("FORCE_CANCEL", &fleet()).is_empty());
    let unreachable = Fleet::new(100)
        .online(0.99, Distribution::default())
        .unreachable(0.01);
    assert_eq!(
        cancels("CANCEL", &unreachable),
        ["the end time cancels 1 queued execution"]
    );
}

#[test]
fn windows_that_never_open() {
    let windows = |cron: &str| {
        format!(
            r#""targetSelection": "CONTINUOUS", "jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}},
               "schedulingConfig": {{"maintenanceWindows": [{{"startTime": "cron({cron})", "durationInMinutes": 60}}]}}"#
        )
    };
    assert_eq!(
        advice(&windows("0 0 30 2 ? *"), &fleet()),
        ["schedulingConfig.maintenanceWindows no-window"]
    );
    assert!(advice(&windows("0 0 * * ? *"), &fleet()).is_empty());
    // A higher rate or a later end would not help.
    let end = |cron: &str| {
        let windows = windows(cron);
        windows.replace(
            r#""maintenanceWindows""#,
            r#""endTime": "2027-03-02 00:00", "maintenanceWindows""#,
        )
    };
    assert_eq!(
        advice(&end("0 0 30 2 ? *"), &fleet()),
        ["schedulingConfig.maintenanceWindows no-window"]
    );
    assert_eq!(
        messages(&end("0 0 30 2 ? *"), &fleet(), AdviceKind::NoWindow),
        ["no maintenance window opens before the end time"]
    );
    assert!(advice(&end("0 8 * * ? *"), &fleet()).is_empty());
}

#[test]
fn settings_of_a_template() {
    let from = |arn: &str| {
        format!(
            r#""jobTemplateArn": "{arn}", "jobExecutionsRolloutConfig": {{"maximumPerMinute": 10}}"#
        )
    };
    let own = from("arn:aws:iot:eu-west-1:123456789012:jobtemplate/update");
    assert_eq!(
        advice(&own, &fleet()),
        ["jobTemplateArn template-not-included"]
    );
    let managed = from("arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0");
    assert!(advice(&managed, &fleet()).is_empty());
}
