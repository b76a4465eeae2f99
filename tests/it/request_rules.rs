//! Rules about the values of requests, a table each.

use crate::violations::{create_job, lines, violations};

#[test]
fn a_device_sets_four_states() {
    for (plane, rest) in [
        ("device", r#", "jobId": "j", "thingName": "t""#),
        ("mqtt", ""),
    ] {
        let shape = format!("{plane}.UpdateJobExecutionRequest");
        let update = |status: &str| format!(r#"{{"status": "{status}"{rest}}}"#);
        for status in ["IN_PROGRESS", "SUCCEEDED", "FAILED", "REJECTED"] {
            assert_eq!(lines(&shape, &update(status)), [""; 0], "{status}");
        }
        for status in ["QUEUED", "CANCELED", "TIMED_OUT", "REMOVED"] {
            assert_eq!(
                lines(&shape, &update(status)),
                [format!(
                    "error: status: a device cannot set {status}, only the service: \
                     set IN_PROGRESS, SUCCEEDED, FAILED or REJECTED (device-status)"
                )]
            );
        }
        // A later version of the service may accept it.
        let unknown = violations(&shape, &update("PAUSED"));
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].rule.as_str(), "enum-value");
    }
    // The service reports the others.
    assert_eq!(
        lines("device.JobExecution", r#"{"status": "TIMED_OUT"}"#),
        [""; 0]
    );
}

#[test]
fn a_document_is_json() {
    let job = r#""jobId": "j", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"]"#;
    let template = r#""jobTemplateId": "t", "description": "d""#;
    let deep = "[".repeat(128) + &"]".repeat(128);
    for (shape, head) in [
        ("CreateJobRequest", job),
        ("CreateJobTemplateRequest", template),
    ] {
        for (document, expected) in [
            ("7", vec![]),
            (r#"{"a": ["${aws:iot:parameter:k}"]}"#, vec![]),
            (
                "",
                vec![
                    "error: document: the document is not JSON: the text is empty, expected a JSON value at line 1 column 1 (json)",
                ],
            ),
            (
                r#"{"a": 1,}"#,
                vec![
                    "error: document: the document is not JSON: trailing comma at line 1 column 9 (json)",
                ],
            ),
            (
                "reboot",
                vec![
                    "error: document: the document is not JSON: expected a JSON value at line 1 column 1 (json)",
                ],
            ),
            (
                deep.as_str(),
                vec![
                    "warning: document: the document is not JSON: [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]…: nested deeper than 127 levels at line 1 column 128 (json)",
                ],
            ),
        ] {
            let json = format!(r#"{{{head}, "document": {document:?}}}"#);
            assert_eq!(lines(shape, &json), expected, "{json}");
        }
    }
}

#[test]
fn tags_are_fifty_with_keys_of_their_own() {
    let tags = |keys: &[String]| {
        let tags: Vec<_> = keys
            .iter()
            .map(|key| format!(r#"{{"Key": "{key}"}}"#))
            .collect();
        create_job(&format!(r#""tags": [{}]"#, tags.join(",")))
    };
    let numbered = |count: usize| (0..count).map(|n| format!("k{n}")).collect::<Vec<_>>();
    let check = |keys: &[String], expected: &[&str]| {
        assert_eq!(lines("CreateJobRequest", &tags(keys)), expected, "{keys:?}");
    };
    check(&numbered(50), &[]);
    check(
        &numbered(51),
        &["error: tags: it has 51 entries (allowed: at most 50) (size)"],
    );
    let used = |index: usize, key: &str| {
        format!(
            r#"error: tags[{index}].Key: the key "{key}" is used by another tag: use each key once (tag-key-once)"#
        )
    };
    // Keys are compared with their case.
    let keys = ["a", "A", "b", "a", "a"].map(ToOwned::to_owned);
    check(&keys, &[&used(3, "a"), &used(4, "a")]);
    let mut many = numbered(60);
    many[59] = "k2".to_owned();
    check(
        &many,
        &[
            "error: tags: it has 60 entries (allowed: at most 50) (size)",
            &used(59, "k2"),
        ],
    );
    let template = r#"{"jobTemplateId": "t", "description": "d", "document": "{}", "tags": [{"Key": "a"}, {"Key": "a"}]}"#;
    assert_eq!(lines("CreateJobTemplateRequest", template), [used(1, "a")]);
}

#[test]
fn keys_of_tags_are_not_those_of_aws() {
    let message = "keys that begin with `aws:` are reserved for AWS (tag-key-reserved)";
    for (key, severity) in [
        ("aws", None),
        ("aws-", None),
        ("my:aws:", None),
        ("éws:", None),
        ("aws:", Some("error")),
        ("aws:cloudformation:stack-name", Some("error")),
        ("AWS:x", Some("warning")),
        ("Aws:x", Some("warning")),
    ] {
        let expected: Vec<_> = severity
            .map(|severity| format!("{severity}: Key: {message}"))
            .into_iter()
            .collect();
        assert_eq!(lines("Tag", &format!(r#"{{"Key": "{key}"}}"#)), expected);
    }
}

#[test]
fn a_schedule_has_dates_and_times_that_exist() {
    let impossible = "there is no such date or time: write YYYY-MM-DD HH:MM (schedule-format)";
    for time in [
        "2030-13-01 08:00",
        "2030-00-01 08:00",
        "2030-04-31 08:00",
        "2030-01-01 23:60",
        "2030-01-01T08:00:60Z",
    ] {
        assert_eq!(
            lines(
                "SchedulingConfig",
                &format!(r#"{{"startTime": "{time}", "endTime": "{time}"}}"#)
            ),
            ["startTime", "endTime"].map(|member| format!("error: {member}: {impossible}"))
        );
    }
}
