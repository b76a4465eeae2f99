//! Rules that tie members together, a table each.

use iot_jobs::{Validate, codec, operation::create_job::CreateJobInput, primitives::DateTime};

use crate::violations::{create_job, lines, violations};

/// Rows of a shape's text and its violations, in full.
fn table(shape: &str, rows: &[(&str, &[&str])]) {
    for (json, expected) in rows {
        assert_eq!(lines(shape, json), *expected, "{shape} {json}");
    }
}

/// The same for the members of a request that is valid without them.
fn create_job_table(rows: &[(&str, &[&str])]) {
    for (members, expected) in rows {
        assert_eq!(
            lines("CreateJobRequest", &create_job(members)),
            *expected,
            "{members}"
        );
    }
}

#[test]
fn a_rate_increase_counts_things_notified_or_succeeded() {
    table(
        "RateIncreaseCriteria",
        &[
            (r#"{"numberOfNotifiedThings": 1}"#, &[]),
            (r#"{"numberOfSucceededThings": 1}"#, &[]),
            (
                "{}",
                &[
                    "error: $: neither count is set: set numberOfNotifiedThings or numberOfSucceededThings (rate-increase-one-threshold)",
                ],
            ),
            (
                r#"{"numberOfNotifiedThings": 1, "numberOfSucceededThings": 1}"#,
                &[
                    "warning: $: both counts are set: keep numberOfNotifiedThings or numberOfSucceededThings (rate-increase-one-threshold)",
                ],
            ),
        ],
    );
    create_job_table(&[(
        r#""jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 1, "incrementFactor": 2, "rateIncreaseCriteria": {}}}"#,
        &[
            "error: jobExecutionsRolloutConfig.exponentialRate.rateIncreaseCriteria: neither count is set: set numberOfNotifiedThings or numberOfSucceededThings (rate-increase-one-threshold)",
        ],
    )]);
}

#[test]
fn a_job_has_one_document() {
    let head = r#""jobId": "j", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"]"#;
    let source = r#""documentSource": "https://s3.eu-west-1.amazonaws.com/b/k""#;
    let template = r#""jobTemplateArn": "arn:aws:iot:eu-west-1:123456789012:jobtemplate/t""#;
    let document = r#""document": "{}""#;
    let needed = "error: document: the job has no document: set document, documentSource or jobTemplateArn (document-needed)";
    let once = "error: document: documentSource is set, too: set one of the two (document-once)";
    for (members, expected) in [
        (vec![head, document], vec![]),
        (vec![head, source], vec![]),
        (vec![head, template], vec![]),
        (vec![head, document, template], vec![]),
        (vec![head], vec![needed]),
        (vec![head, document, source], vec![once]),
        (vec![head, document, source, template], vec![once]),
    ] {
        let json = format!("{{{}}}", members.join(","));
        assert_eq!(lines("CreateJobRequest", &json), expected, "{json}");
    }
}

#[test]
fn a_template_has_one_document() {
    let head = r#""jobTemplateId": "t", "description": "d""#;
    let source = r#""documentSource": "https://s3.eu-west-1.amazonaws.com/b/k""#;
    let job = r#""jobArn": "arn:aws:iot:eu-west-1:123456789012:job/j""#;
    let document = r#""document": "{}""#;
    let needed = "error: document: the template has no document: set document, documentSource or jobArn (document-needed)";
    let once = "error: document: documentSource is set, too: set one of the two (document-once)";
    for (members, expected) in [
        (vec![head, document], vec![]),
        (vec![head, source], vec![]),
        (vec![head, job], vec![]),
        (vec![head, job, source], vec![]),
        (vec![head], vec![needed]),
        (vec![head, document, source], vec![once]),
    ] {
        let json = format!("{{{}}}", members.join(","));
        assert_eq!(lines("CreateJobTemplateRequest", &json), expected, "{json}");
    }
}

#[test]
fn a_retry_after_a_timeout_needs_a_timer() {
    let retry = |kind: &str| {
        format!(
            r#""jobExecutionsRetryConfig": {{"criteriaList": [{{"failureType": "{kind}", "numberOfRetries": 1}}]}}"#
        )
    };
    let timer = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 5}"#;
    let no_timer = r#""timeoutConfig": {}"#;
    let template = r#""jobTemplateArn": "arn:aws:iot:eu-west-1:123456789012:jobtemplate/t""#;
    let of_job = r#""jobArn": "arn:aws:iot:eu-west-1:123456789012:job/j""#;
    let line = |severity: &str, kind: &str| {
        vec![format!(
            "{severity}: jobExecutionsRetryConfig.criteriaList[0].failureType: {kind} retries executions that timed out, \
             and executions time out only with timeoutConfig.inProgressTimeoutInMinutes: set it (retry-needs-timeout)"
        )]
    };
    let (timed_out, all, failed) = (retry("TIMED_OUT"), retry("ALL"), retry("FAILED"));
    for (members, expected) in [
        (vec![timed_out.as_str(), timer], vec![]),
        (vec![&all, timer], vec![]),
        (vec![&failed], vec![]),
        (vec![&timed_out], line("error", "TIMED_OUT")),
        (vec![&timed_out, no_timer], line("error", "TIMED_OUT")),
        (vec![&all], line("warning", "ALL")),
        (vec![&timed_out, template], line("warning", "TIMED_OUT")),
    ] {
        let json = create_job(&members.join(","));
        assert_eq!(lines("CreateJobRequest", &json), expected, "{json}");
    }
    let template = r#""jobTemplateId": "t", "description": "d", "document": "{}""#;
    for (members, expected) in [
        (vec![template, &timed_out, timer], vec![]),
        (vec![template, &timed_out], line("error", "TIMED_OUT")),
        (
            vec![template, &timed_out, of_job],
            line("warning", "TIMED_OUT"),
        ),
    ] {
        let json = format!("{{{}}}", members.join(","));
        assert_eq!(lines("CreateJobTemplateRequest", &json), expected, "{json}");
    }
    let update = format!(r#"{{"jobId": "j", {timed_out}}}"#);
    assert_eq!(
        lines("UpdateJobRequest", &update),
        line("warning", "TIMED_OUT")
    );
    let update = format!(r#"{{"jobId": "j", {timed_out}, {timer}}}"#);
    assert_eq!(lines("UpdateJobRequest", &update), [""; 0]);
}

#[test]
fn retries_are_ten_together_and_a_type_each() {
    let two = |first: (&str, i32), second: (&str, i32)| {
        format!(
            r#"{{"criteriaList": [{{"failureType": "{}", "numberOfRetries": {}}}, {{"failureType": "{}", "numberOfRetries": {}}}]}}"#,
            first.0, first.1, second.0, second.1
        )
    };
    let twice = |second: &str, first: &str| {
        vec![format!(
            "error: criteriaList[1].failureType: {second} is used with {first}: \
             use ALL alone, or FAILED and TIMED_OUT once each (retry-type-once)"
        )]
    };
    for (json, expected) in [
        (two(("FAILED", 5), ("TIMED_OUT", 5)), vec![]),
        (two(("TIMED_OUT", 10), ("FAILED", 0)), vec![]),
        (
            two(("FAILED", 10), ("TIMED_OUT", 1)),
            vec!["error: criteriaList: 10 and 1 retries are too many in total (allowed: at most 10) (retries-together)".to_owned()],
        ),
        (
            // One that is out of range by itself is reported there alone.
            two(("FAILED", 11), ("TIMED_OUT", 1)),
            vec!["error: criteriaList[0].numberOfRetries: 11 is out of range (allowed: 0 to 10) (range)".to_owned()],
        ),
        (two(("ALL", 1), ("FAILED", 1)), twice("FAILED", "ALL")),
        (two(("TIMED_OUT", 1), ("ALL", 1)), twice("ALL", "TIMED_OUT")),
        (two(("FAILED", 1), ("FAILED", 1)), twice("FAILED", "FAILED")),
        (two(("ALL", 1), ("ALL", 1)), twice("ALL", "ALL")),
    ] {
        assert_eq!(lines("JobExecutionsRetryConfig", &json), expected, "{json}");
    }
    let many = violations(
        "JobExecutionsRetryConfig",
        &two(("FAILED", 6), ("TIMED_OUT", 5)),
    );
    assert_eq!(many[0].value.as_deref(), Some("11"));
    assert_eq!(many[0].limit.as_deref(), Some("at most 10"));
}

#[test]
fn a_threshold_of_zero_is_reached_before_a_failure() {
    let criteria = |percentage: &str| {
        format!(
            r#"{{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": {percentage}, "minNumberOfExecutedThings": 1}}"#
        )
    };
    assert_eq!(lines("AbortCriteria", &criteria("0.01")), [""; 0]);
    for percentage in ["0", "-0.0"] {
        assert_eq!(
            lines("AbortCriteria", &criteria(percentage)),
            [
                "warning: thresholdPercentage: a threshold of 0 % is reached before any execution fails: set a percentage above 0 (range)"
            ]
        );
    }
    for percentage in ["-0.01", "-5"] {
        assert_eq!(
            lines("AbortCriteria", &criteria(percentage)),
            [format!(
                "error: thresholdPercentage: {percentage} is out of range (allowed: 0 to 100) (range)"
            )]
        );
    }
}

#[test]
fn schedules_are_in_order_and_complete() {
    let no_date = "it does not begin with a date: write YYYY-MM-DD HH:MM (schedule-format)";
    let impossible = "there is no such date or time: write YYYY-MM-DD HH:MM (schedule-format)";
    let unknown = "its time has a format that this version does not know: write YYYY-MM-DD HH:MM (schedule-format)";
    let rows: &[(&str, &[&str])] = &[
        ("{}", &[]),
        (
            r#"{"startTime": "2030-01-01 08:00", "endTime": "2030-01-01 08:30", "endBehavior": "CANCEL"}"#,
            &[],
        ),
        (
            r#"{"startTime": "2030-01-01T08:00Z", "endTime": "2030-01-01T08:30:00+00:00"}"#,
            &[],
        ),
        (
            r#"{"startTime": "2030-01-01T10:00:00+02:00", "endTime": "2030-01-01 08:30"}"#,
            &[],
        ),
        (
            r#"{"startTime": "2030-01-01T05:30:00-02:30", "endTime": "2030-01-01 08:30"}"#,
            &[],
        ),
        (
            r#"{"startTime": "2028-02-29 08:00:00.5", "endTime": "2030-01-01 08:30"}"#,
            &[],
        ),
        (
            r#"{"startTime": "2029-02-29 08:00"}"#,
            &["error: startTime: {impossible}"],
        ),
        (
            r#"{"startTime": "tomorrow"}"#,
            &["error: startTime: {no_date}"],
        ),
        (
            r#"{"endTime": "2030-01-01 24:00"}"#,
            &["error: endTime: {impossible}"],
        ),
        (
            r#"{"endTime": "2030-1-1 8:00"}"#,
            &["error: endTime: {no_date}"],
        ),
        (
            r#"{"endTime": "2030-01-01"}"#,
            &["warning: endTime: {unknown}"],
        ),
        (
            r#"{"endTime": "2030-01-01 08:00 CET"}"#,
            &["warning: endTime: {unknown}"],
        ),
        (
            r#"{"endTime": "2030-01-01T08:00+24:00"}"#,
            &["warning: endTime: {unknown}"],
        ),
        (
            r#"{"endTime": "2030-01-01 8:00"}"#,
            &["warning: endTime: {unknown}"],
        ),
        (
            r#"{"endTime": "20300101é 08:00"}"#,
            &["error: endTime: {no_date}"],
        ),
        (
            r#"{"startTime": "2030-01-01 08:00", "endTime": "2030-01-01 08:29"}"#,
            &["error: endTime: it must be at least 30 minutes after startTime (schedule-order)"],
        ),
        (
            r#"{"startTime": "2030-01-01T05:31:00-02:30", "endTime": "2030-01-01T08:30Z"}"#,
            &["error: endTime: it must be at least 30 minutes after startTime (schedule-order)"],
        ),
        (
            r#"{"startTime": "2030-01-01 08:00", "endTime": "2029-01-01 08:00"}"#,
            &["error: endTime: it must be at least 30 minutes after startTime (schedule-order)"],
        ),
        (
            r#"{"startTime": "2030-01-01 08:00", "endTime": "2033-01-01 08:00"}"#,
            &["error: endTime: it must be at most two years after startTime (schedule-order)"],
        ),
        (
            r#"{"endBehavior": "CANCEL"}"#,
            &[
                "warning: endBehavior: it has no effect without endTime: set endTime, or leave it out (end-behavior-needs-end-time)",
            ],
        ),
    ];
    for (json, expected) in rows {
        let expected: Vec<_> = expected
            .iter()
            .map(|line| {
                line.replace("{no_date}", no_date)
                    .replace("{impossible}", impossible)
                    .replace("{unknown}", unknown)
            })
            .collect();
        assert_eq!(lines("SchedulingConfig", json), expected, "{json}");
    }
}

#[test]
fn schedules_are_checked_against_the_given_time() {
    // 2030-01-01 00:00 UTC.
    let now = DateTime::from_secs(1_893_456_000);
    let start = "error: schedulingConfig.startTime: it must be 30 minutes to one year from now (schedule-bounds)";
    let end = "error: schedulingConfig.endTime: it must be 30 minutes to two years from now (schedule-bounds)";
    for (schedule, expected) in [
        (r#""startTime": "2030-01-01 00:30""#, vec![]),
        (r#""startTime": "2030-01-01 00:29""#, vec![start]),
        (r#""startTime": "2029-12-31 00:00""#, vec![start]),
        (r#""startTime": "2031-01-01 00:00""#, vec![]),
        (r#""startTime": "2031-01-03 00:00""#, vec![start]),
        (r#""endTime": "2030-01-01 00:30""#, vec![]),
        (r#""endTime": "2030-01-01 00:29""#, vec![end]),
        (r#""endTime": "2032-01-01 00:00""#, vec![]),
        (r#""endTime": "2032-01-03 00:00""#, vec![end]),
        (
            r#""endTime": "some day""#,
            vec![
                "error: schedulingConfig.endTime: it does not begin with a date: write YYYY-MM-DD HH:MM (schedule-format)",
            ],
        ),
        (
            r#""startTime": "2029-01-01 00:00", "endTime": "2029-02-01 00:00""#,
            vec![start, end],
        ),
    ] {
        let json = create_job(&format!(r#""schedulingConfig": {{{schedule}}}"#));
        let input: CreateJobInput = codec::from_str(&json).unwrap();
        let found: Vec<_> = input
            .violations_at(now)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, expected, "{schedule}");
        let without_a_clock: Vec<_> = input.violations();
        assert!(
            without_a_clock
                .iter()
                .all(|v| v.rule.as_str() == "schedule-format")
        );
        assert_eq!(
            input.validate_at(now).is_err(),
            expected.iter().any(|line| line.starts_with("error"))
        );
    }
    // What a service says of the past is not a request.
    let job = r#"{"schedulingConfig": {"startTime": "2020-01-01 00:00"}}"#;
    let job: iot_jobs::types::Job = codec::from_str(job).unwrap();
    assert_eq!(job.violations_at(now), []);
}

#[test]
fn maintenance_windows_are_for_continuous_jobs() {
    let windows = r#""schedulingConfig": {"maintenanceWindows": [{"startTime": "cron(0 8 ? * 2-6 *)", "durationInMinutes": 60}]}"#;
    let none = r#""schedulingConfig": {"maintenanceWindows": []}"#;
    let error = "error: schedulingConfig.maintenanceWindows: maintenance windows are for continuous jobs: set targetSelection to CONTINUOUS (windows-need-continuous)";
    for (selection, expected) in [
        (r#""targetSelection": "CONTINUOUS","#, vec![]),
        (r#""targetSelection": "SNAPSHOT","#, vec![error]),
        ("", vec![error]),
    ] {
        let json = create_job(&format!("{selection} {windows}"));
        assert_eq!(lines("CreateJobRequest", &json), expected, "{json}");
        let json = create_job(&format!("{selection} {none}"));
        assert_eq!(lines("CreateJobRequest", &json), [""; 0], "{json}");
    }
}
