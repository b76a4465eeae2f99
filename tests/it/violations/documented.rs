//! Limits that the documentation adds to the models'.

use iot_jobs::validate::{Rule, Severity};

use super::{lines, violations};

/// A text of a shape has this violation, or none.
fn check(shape: &str, json: &str, expected: Option<(&str, Rule)>) {
    let found = violations(shape, json);
    let found: Vec<_> = found.iter().map(|v| (v.path.to_string(), v.rule)).collect();
    let expected = expected.map(|(path, rule)| (path.to_owned(), rule));
    assert_eq!(found, Vec::from_iter(expected), "{shape} {json:.80}");
}

#[test]
fn status_details_are_ten_pairs_of_1024_characters() {
    let request = |count: usize| {
        let pairs: Vec<_> = (0..count).map(|i| format!(r#""k{i}": "v""#)).collect();
        format!(
            r#"{{"status": "FAILED", "jobId": "j", "thingName": "t", "statusDetails": {{{}}}}}"#,
            pairs.join(",")
        )
    };
    for plane in ["device", "mqtt"] {
        let shape = format!("{plane}.UpdateJobExecutionRequest");
        check(&shape, &request(10), None);
        check(&shape, &request(11), Some(("statusDetails", Rule::Size)));
    }
    let details = |count: usize| format!(r#"{{"detailsMap": {{"k": "{}"}}}}"#, "é".repeat(count));
    let shape = "JobExecutionStatusDetails";
    check(shape, &details(1024), None);
    check(shape, &details(1025), Some(("detailsMap.k", Rule::Length)));
}

#[test]
fn timers_run_for_a_minute_to_a_week() {
    for shape in [
        "device.StartNextPendingJobExecutionRequest",
        "device.UpdateJobExecutionRequest",
        "mqtt.StartNextPendingJobExecutionRequest",
        "mqtt.UpdateJobExecutionRequest",
    ] {
        let step = |minutes: i64| {
            format!(
                r#"{{"jobId": "j", "thingName": "t", "status": "FAILED", "stepTimeoutInMinutes": {minutes}}}"#
            )
        };
        for minutes in [-1, 1, 10080] {
            check(shape, &step(minutes), None);
        }
        for minutes in [i64::MIN, -2, 0, 10081, i64::MAX] {
            check(
                shape,
                &step(minutes),
                Some(("stepTimeoutInMinutes", Rule::Range)),
            );
        }
    }
    let timeout = |minutes: i64| format!(r#"{{"inProgressTimeoutInMinutes": {minutes}}}"#);
    for minutes in [1, 10080] {
        check("TimeoutConfig", &timeout(minutes), None);
    }
    for minutes in [-1, 0, 10081] {
        let expected = ("inProgressTimeoutInMinutes", Rule::Range);
        check("TimeoutConfig", &timeout(minutes), Some(expected));
    }
}

#[test]
fn jobs_reach_a_thousand_things_a_minute() {
    let rollout = |rate: i32| format!(r#"{{"maximumPerMinute": {rate}}}"#);
    let shape = "JobExecutionsRolloutConfig";
    check(shape, &rollout(1000), None);
    check(
        shape,
        &rollout(1001),
        Some(("maximumPerMinute", Rule::Range)),
    );
}

#[test]
fn targets_are_a_hundred_and_packages_25() {
    let targets = |count: usize| {
        let target = r#""arn:aws:iot:eu-west-1:123456789012:thing/pump""#;
        format!(
            r#"{{"jobId": "j", "targets": [{}]}}"#,
            vec![target; count].join(",")
        )
    };
    let packages = |count: usize| {
        let arn = r#""arn:aws:iot:eu-west-1:123456789012:package/p/version/1.0""#;
        format!(
            r#"{{"destinationPackageVersions": [{}]}}"#,
            vec![arn; count].join(",")
        )
    };
    let shape = "AssociateTargetsWithJobRequest";
    check(shape, &targets(100), None);
    check(shape, &targets(101), Some(("targets", Rule::Size)));
    check("Job", &packages(25), None);
    check(
        "Job",
        &packages(26),
        Some(("destinationPackageVersions", Rule::Size)),
    );
}

#[test]
fn documents_are_counted_in_bytes_too() {
    let document = |count: usize| format!(r#"{{"document": "{}"}}"#, "é".repeat(count));
    let shape = "GetJobDocumentResponse";
    check(shape, &document(16384), None);
    check(shape, &document(16385), Some(("document", Rule::Bytes)));
    // Too many characters are reported once, and not again as bytes.
    check(shape, &document(32769), Some(("document", Rule::Length)));
}

#[test]
fn decimals_are_counted_as_they_are_written() {
    let abort = |share: &str| {
        format!(
            r#"{{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": {share}, "minNumberOfExecutedThings": 1}}"#
        )
    };
    let rollout = |factor: &str| {
        format!(
            r#"{{"baseRatePerMinute": 1, "incrementFactor": {factor}, "rateIncreaseCriteria": {{"numberOfNotifiedThings": 1}}}}"#
        )
    };
    for hundredths in 1..=10_000 {
        let share = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        assert_eq!(lines("AbortCriteria", &abort(&share)), [""; 0], "{share}");
    }
    for tenths in 11..=50 {
        let factor = format!("{}.{}", tenths / 10, tenths % 10);
        assert_eq!(lines("ExponentialRolloutRate", &rollout(&factor)), [""; 0]);
    }
    for share in ["10.999", "0.001", "99.991", "33.333333333333336", "1e-5"] {
        let found = violations("AbortCriteria", &abort(share));
        assert_eq!(found.len(), 1, "{share}");
        assert_eq!(found[0].path, "thresholdPercentage");
        assert_eq!(found[0].rule, Rule::Decimals);
        assert_eq!(found[0].limit.as_deref(), Some("at most 2 decimals"));
    }
    assert_eq!(
        lines("ExponentialRolloutRate", &rollout("1.55")),
        ["error: incrementFactor: 1.55 has too many decimals (allowed: at most 1) (decimals)"]
    );
}

#[test]
fn arns_name_what_the_member_takes() {
    let target = |arn: &str| format!(r#"{{"jobId": "j", "targets": ["{arn}"]}}"#);
    for arn in [
        "arn:aws:iot:eu-west-1:123456789012:thing/pump",
        "arn:aws-cn:iot:cn-north-1:123456789012:thinggroup/pumps",
        "arn:aws-us-gov:iot:us-gov-west-1:123456789012:thing/a:b_c-1",
        "arn:aws:iot:us-west-2:XXXXXXXXXX:thing/my-test-thing",
    ] {
        assert_eq!(
            lines("AssociateTargetsWithJobRequest", &target(arn)),
            [""; 0],
            "{arn}"
        );
    }
    for arn in [
        "",
        "pump",
        "thing/pump",
        "arn:aws:iot:eu-west-1:123456789012:job/pump",
        "arn:aws:iot:eu-west-1:123456789012:thing/",
        "arn:aws:iot:eu-west-1:123456789012:thing",
        "arn:aws:iot:eu-west-1:123456789012:thing/a/b",
        "arn:aws:iot:eu-west-1::thing/pump",
        "arn:aws:iot::123456789012:thing/pump",
        "arn:aws:iam:eu-west-1:123456789012:thing/pump",
        "arn:azure:iot:eu-west-1:123456789012:thing/pump",
        "urn:aws:iot:eu-west-1:123456789012:thing/pump",
    ] {
        let found = violations("AssociateTargetsWithJobRequest", &target(arn));
        assert_eq!(found.len(), 1, "{arn}");
        assert_eq!(found[0].path, "targets[0]");
        assert_eq!(found[0].rule, Rule::Arn);
        assert_eq!(found[0].severity, Severity::Error);
    }
    for (kind, name) in [
        ("thing", "a b"),
        ("thing", "pump#1"),
        ("thing", "é"),
        ("thinggroup", "a.b"),
        ("thinggroup", &"g".repeat(129)),
    ] {
        let arn = format!("arn:aws:iot:eu-west-1:123456789012:{kind}/{name}");
        let shown = match name.get(..32) {
            Some(start) => format!("\"{start}\"…"),
            None => format!("{name:?}"),
        };
        assert_eq!(
            lines("AssociateTargetsWithJobRequest", &target(&arn)),
            [format!(
                "error: targets[0]: its name {shown} is not valid: \
                 a name has 1 to 128 characters that match [a-zA-Z0-9:_-]+ (arn)"
            )]
        );
    }
    let package = |arn: &str| format!(r#"{{"destinationPackageVersions": ["{arn}"]}}"#);
    for version in ["1.0.2", "$default"] {
        let arn =
            format!("arn:aws:iot:us-west-2:123456789012:package/TestPackage/version/{version}");
        assert_eq!(lines("Job", &package(&arn)), [""; 0], "{arn}");
    }
    for tail in [
        "package/p",
        "package/p/version/",
        "package//version/1",
        "thing/p",
    ] {
        let arn = format!("arn:aws:iot:us-west-2:123456789012:{tail}");
        assert_eq!(
            lines("Job", &package(&arn)),
            [
                "error: destinationPackageVersions[0]: it does not have the form \
              arn:aws:iot:REGION:ACCOUNT:package/NAME/version/VERSION (arn)"
            ],
            "{arn}"
        );
    }
}
