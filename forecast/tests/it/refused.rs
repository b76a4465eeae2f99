//! What is not forecast: invalid inputs, settings of an unknown form, impossible assumptions.

use std::time::Duration;

use iot_jobs::{
    codec,
    operation::{
        create_job_template::CreateJobTemplateInput,
        describe_job_template::DescribeJobTemplateOutput,
    },
    types::{Job, TargetSelection},
};
use iot_jobs_forecast::{Distribution, Error, Fleet, Outcomes, Rollout, forecast};

use crate::setup::{input, minutes, monday, rollout};

#[test]
fn an_invalid_input_is_refused_with_its_violations() {
    let invalid = input(
        r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 0, "exponentialRate": {"baseRatePerMinute": 50,
            "incrementFactor": 9, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1000,
            "numberOfSucceededThings": 1000}}}"#,
    );
    let error = Rollout::from_input(&invalid).unwrap_err();
    let Error::Invalid(violations) = &error else {
        panic!("{error}");
    };
    let found: Vec<_> = violations
        .iter()
        .map(|violation| format!("{} {}", violation.severity, violation.path))
        .collect();
    assert_eq!(
        found,
        [
            "error jobExecutionsRolloutConfig.maximumPerMinute",
            "error jobExecutionsRolloutConfig.exponentialRate.incrementFactor",
            "warning jobExecutionsRolloutConfig.exponentialRate.rateIncreaseCriteria",
        ]
    );
    assert_eq!(error.to_string(), violations.to_string());
}

#[test]
fn settings_that_validation_only_warns_of_can_be_refused() {
    let rows = [
        (r#""targetSelection": "SOMETIMES""#, "targetSelection"),
        (
            r#""abortConfig": {"criteriaList": [{"action": "CANCEL", "failureType": "MELTED",
                "minNumberOfExecutedThings": 1, "thresholdPercentage": 1}]}"#,
            "abortConfig.criteriaList[0].failureType",
        ),
        (
            r#""abortConfig": {"criteriaList": [{"action": "PAUSE", "failureType": "ALL",
                "minNumberOfExecutedThings": 1, "thresholdPercentage": 1}]}"#,
            "abortConfig.criteriaList[0].action",
        ),
        (
            r#""jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "MELTED", "numberOfRetries": 1}]}"#,
            "jobExecutionsRetryConfig.criteriaList[0].failureType",
        ),
        (
            r#""schedulingConfig": {"endTime": "2027-03-02 at noon"}"#,
            "schedulingConfig.endTime",
        ),
        (
            r#""schedulingConfig": {"endTime": "2027-03-02 12:00", "endBehavior": "PAUSE"}"#,
            "schedulingConfig.endBehavior",
        ),
        (
            r#""targetSelection": "CONTINUOUS", "schedulingConfig": {"maintenanceWindows": [
                {"startTime": "cron(0 22-2 * * ? *)", "durationInMinutes": 1}]}"#,
            "schedulingConfig.maintenanceWindows[0].startTime",
        ),
    ];
    for (members, expected) in rows {
        let error = Rollout::from_input(&input(members)).unwrap_err();
        let Error::Setting { path, .. } = &error else {
            panic!("{error}");
        };
        assert_eq!(*path, expected);
    }
}

#[test]
fn lists_are_bounded() {
    let list = |element: &str, count| vec![element; count].join(",");
    let criteria = |count| {
        let one = r#"{"action": "CANCEL", "failureType": "ALL", "minNumberOfExecutedThings": 1, "thresholdPercentage": 1}"#;
        format!(
            r#""abortConfig": {{"criteriaList": [{}]}}"#,
            list(one, count)
        )
    };
    let windows = |count| {
        let one = r#"{"startTime": "cron(0 2 * * ? *)", "durationInMinutes": 60}"#;
        format!(
            r#""targetSelection": "CONTINUOUS", "schedulingConfig": {{"maintenanceWindows": [{}]}}"#,
            list(one, count)
        )
    };
    let error = |members: &str| {
        Rollout::from_input(&input(members))
            .err()
            .map(|error| error.to_string())
    };
    let rows = [
        (criteria(100), None),
        (
            criteria(101),
            Some("abortConfig.criteriaList: 101 criteria are more than 100"),
        ),
        (windows(100), None),
        (
            windows(101),
            Some("schedulingConfig.maintenanceWindows: 101 windows are more than 100"),
        ),
    ];
    for (members, expected) in rows {
        assert_eq!(error(&members).as_deref(), expected);
    }
}

#[test]
fn assumptions_are_refused_with_the_name_of_the_member() {
    let fleet = || Fleet::new(10);
    let rows = [
        (Fleet::new(0), "things: 0 is not from 1 to 100000000"),
        (
            Fleet::new(1_000_000_000),
            "things: 1000000000 is not from 1 to 100000000",
        ),
        (
            fleet().outcomes(Outcomes {
                succeeded: 0.9,
                failed: 0.03,
                rejected: 0.0,
                timed_out: 0.01,
            }),
            "outcomes: succeeded, failed, rejected and timed_out are 94 % in total: they must be 100 %",
        ),
        (
            fleet().outcomes(Outcomes::failing(0.6, 0.3, 0.2)),
            "outcomes: 110 % fail, are rejected or time out, which is more than all",
        ),
        (
            fleet().outcomes(Outcomes::failing(3.0, 0.0, 0.0)),
            "outcomes.failed: 3 is not a share: write a number from 0 to 1",
        ),
        (
            fleet().outcomes(Outcomes::failing(0.0, -0.1, 0.0)),
            "outcomes.rejected: -0.1 is not a share: write a number from 0 to 1",
        ),
        (
            fleet().outcomes(Outcomes::failing(0.0, 0.0, f64::NAN)),
            "outcomes.timed_out: NaN is not a share: write a number from 0 to 1",
        ),
        (
            fleet().retry_outcomes(Outcomes {
                succeeded: 0.5,
                ..Outcomes::failing(0.6, 0.0, 0.0)
            }),
            "retry_outcomes: succeeded, failed, rejected and timed_out are 110 % in total: they must be 100 %",
        ),
        (
            fleet().online(1.5, Distribution::default()),
            "online: 1.5 is not a share: write a number from 0 to 1",
        ),
        (
            fleet()
                .online(0.8, Distribution::default())
                .unreachable(0.3),
            "unreachable: 80 % online and 30 % unreachable are more than all things",
        ),
        (
            fleet().step_timeout_in_minutes(0),
            "step_timeout_in_minutes: 0 is not from 1 to 10080",
        ),
        (
            fleet().joining_per_day(1_000_000),
            "joining_per_day: 1000000 is not from 0 to 100000",
        ),
        (
            fleet().work(Distribution::Uniform {
                min: minutes(2),
                max: minutes(1),
            }),
            "work: its minimum 120s is above its maximum 60s",
        ),
        (
            fleet().start(Distribution::LogNormal {
                median: Duration::ZERO,
                p95: minutes(1),
            }),
            "start: the median of a log-normal distribution must be above 0",
        ),
        (
            fleet().start(Distribution::LogNormal {
                median: minutes(2),
                p95: minutes(1),
            }),
            "start: its median 120s is above its 95th percentile 60s",
        ),
        (
            fleet().online(0.5, Distribution::Fixed(Duration::MAX)),
            "reconnect: 18446744073709551615.999999999s is above ten years",
        ),
    ];
    for (fleet, expected) in rows {
        let error = forecast(&rollout(""), &fleet, monday()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn shares_that_are_not_exact_in_binary_add_up() {
    for outcomes in [
        Outcomes::failing(0.1, 0.2, 0.7),
        Outcomes::failing(0.03, 0.0, 0.01),
        Outcomes {
            succeeded: 0.7,
            failed: 0.1,
            rejected: 0.1,
            timed_out: 0.1,
        },
    ] {
        Fleet::new(1).outcomes(outcomes).check().unwrap();
    }
}

#[test]
fn templates_and_jobs_have_the_same_settings() {
    let members = r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 7}"#;
    let windows =
        r#""maintenanceWindows": [{"startTime": "cron(0 2 * * ? *)", "durationInMinutes": 60}]"#;
    let expected = rollout(&format!(
        r#"{members}, "targetSelection": "CONTINUOUS", "schedulingConfig": {{{windows}}}"#
    ));
    let template = format!(
        r#"{{"jobTemplateId": "t", "description": "d", "document": "{{}}", {members}, {windows}}}"#
    );
    let fleet = Fleet::new(1000);
    let runs = |rollout: &Rollout| forecast(rollout, &fleet, monday()).unwrap().runs;

    let of_input: CreateJobTemplateInput = codec::from_str(&template).unwrap();
    let of_input = Rollout::from_template_input(&of_input).unwrap();
    let of_output: DescribeJobTemplateOutput = codec::from_str(&template).unwrap();
    let of_template = Rollout::from_template(&of_output).unwrap();
    let of_job: Job = codec::from_str(&format!(
        r#"{{{members}, "targetSelection": "CONTINUOUS", "schedulingConfig": {{{windows}}}}}"#
    ))
    .unwrap();
    let of_job = Rollout::from_job(&of_job).unwrap();
    let without = input(r#""targetSelection": "CONTINUOUS""#);
    let from_template = Rollout::from_input_and_template(&without, &of_output).unwrap();
    for rollout in [&of_input, &of_template, &of_job, &from_template] {
        assert_eq!(rollout.maximum_per_minute(), 7);
        assert_eq!(runs(rollout), runs(&expected));
    }
    // The setting of the input comes first.
    let own = input(
        r#""targetSelection": "CONTINUOUS", "jobExecutionsRolloutConfig": {"maximumPerMinute": 9}"#,
    );
    let own = Rollout::from_input_and_template(&own, &of_output).unwrap();
    assert_eq!(own.maximum_per_minute(), 9);
    let snapshot = of_template.with_target_selection(&TargetSelection::Snapshot);
    assert_eq!(
        snapshot.unwrap_err().to_string(),
        "targetSelection: maintenance windows are for continuous jobs"
    );
}
