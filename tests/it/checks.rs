//! Texts of payloads with what they contain: unknown members, documents and parameters.

use aws_smithy_types::DateTime;
use iot_jobs::{
    catalog,
    check::{Checked, Checks},
    codec,
    device::message::{NextJobExecutionChanged, UpdateJobExecutionRequest},
    operation::{create_job::CreateJobInput, describe_job::DescribeJobOutput},
    shape::Shape,
    validate::{Rule, Severity},
};

/// A text of a request that is valid but for these members.
fn create_job(members: &str) -> String {
    let target = "arn:aws:iot:eu-west-1:123456789012:thing/pump";
    format!(r#"{{"jobId": "j", "targets": ["{target}"], {members}}}"#)
}

#[test]
fn a_text_is_checked_as_strictly_as_by_the_command() {
    for (members, lines, passes) in [
        (r#""document": "{}""#, "", true),
        (
            r#""document": "{\"operation\": \"reboot\", \"arg\": []}", "timeoutconfig": {}"#,
            "warning: document → arg: this version knows no such member of OperationDocument; \
             did you mean `args`? (unknown-member)\n\
             warning: timeoutconfig: this version knows no such member of CreateJobRequest (names are case-sensitive); \
             did you mean `timeoutConfig`? (unknown-member)",
            true,
        ),
        (
            r#""tags": [{"Key": "", "x": 1}], "document": "{\"operation\": \"\"}""#,
            "error: tags[0].Key: it is empty (allowed: 1 to 128 characters) (length)\n\
             warning: tags[0].x: this version knows no such member of Tag (unknown-member)\n\
             error: document → operation: it is empty (allowed: at least 1 character) (length)",
            false,
        ),
        (
            r#""document": "{]""#,
            "error: document → $: the document is not JSON: key must be a string (json)",
            false,
        ),
        (
            r#""jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0", "documentParameters": {"runAsUsr": "u"}"#,
            "error: documentParameters.runAsUsr: the template has no such parameter; \
             it has runAsUser, pathToHandler; did you mean `runAsUser`? (parameter-unused)",
            false,
        ),
        // Only one parameter of this template is a command.
        (
            r#""jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Run-Command:1.0", "documentParameters": {"command": "ls -l", "runAsUser": "a b"}"#,
            "error: documentParameters.command: white space inside the first token; a comma goes between program and arguments (at byte 2) (command)",
            false,
        ),
        (
            r#""document": "[\"${aws:iot:parameter:a}\"]""#,
            "error: document → [0]: no value is given for ${aws:iot:parameter:a} (at byte 0) (placeholder-value)",
            false,
        ),
        (
            r#""abortConfig": {"criterialist": []}"#,
            "error: abortConfig.criteriaList: this required member is missing at line 1 column 93\n\
             warning: abortConfig.criterialist: this version knows no such member of AbortConfig (names are case-sensitive); \
             did you mean `criteriaList`? (unknown-member)",
            false,
        ),
    ] {
        let text = create_job(members);
        let checked = Checks::new().check::<CreateJobInput>(&text);
        assert_eq!(checked.to_string(), lines, "{members}");
        assert_eq!(checked.passes(), passes, "{members}");
        let value = codec::from_str::<CreateJobInput>(&text);
        assert_eq!(checked.error.is_some(), value.is_err());
    }
}

/// The decoding error and the other violations of a text as a shape, a line each.
fn findings<T: Shape>(text: &str) -> Vec<String> {
    let checked = Checks::new().check::<T>(text).to_string();
    checked.lines().map(ToOwned::to_owned).collect()
}

#[test]
fn what_does_not_decode_does_not_hide_the_rest() {
    assert_eq!(
        findings::<CreateJobInput>(
            r#"{"jobId": 7, "targets": ["pump"], "timeoutConfig": {"inProgressTimeoutInMinutes": 0}, "description": [],
             "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "TIMED_OUT", "numberOfRetries": 11}, {}]},
             "document": {"operation": ""}, "documentParameters": {"a": 1, "b": ""}, "tags": {}}"#
        ),
        [
            "error: jobId: expected a string, found number 7 at line 1 column 11",
            "error: targets[0]: it does not have the form arn:aws:iot:REGION:ACCOUNT:thing/NAME or arn:aws:iot:REGION:ACCOUNT:thinggroup/NAME (arn)",
            "error: timeoutConfig.inProgressTimeoutInMinutes: 0 is out of range (allowed: 1 to 10080) (range)",
            "error: description: expected a string, found an array (form)",
            "error: jobExecutionsRetryConfig.criteriaList[0].numberOfRetries: 11 is out of range (allowed: 0 to 10) (range)",
            "error: jobExecutionsRetryConfig.criteriaList[1].failureType: this member is required, and absent (required)",
            "error: jobExecutionsRetryConfig.criteriaList[1].numberOfRetries: this member is required, and absent (required)",
            "error: document: expected a string, found an object (form)",
            "error: documentParameters.a: expected a string, found number 1 (form)",
            "error: documentParameters.b: it is empty (allowed: 1 to 30720 characters) (length)",
            "error: tags: expected an array, found an object (form)",
        ]
    );
    // The retry after a timeout needs the timeout that does not decode.
    assert_eq!(
        findings::<CreateJobInput>(&create_job(
            r#""document": "{}", "timeoutConfig": 7,
            "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "TIMED_OUT", "numberOfRetries": 1}]}"#
        )),
        ["error: timeoutConfig: expected an object, found number 7 at line 1 column 113"]
    );
    // Digits in strings are numbers here.
    assert_eq!(
        findings::<UpdateJobExecutionRequest>(
            r#"{"status": 1, "expectedVersion": "3", "executionNumber": "x", "stepTimeoutInMinutes": 0, "clientToken": null}"#
        ),
        [
            "error: status: expected an enum value (string), found number 1 at line 1 column 12",
            "error: executionNumber: expected a 64-bit integer, found string \"x\" (form)",
            "error: stepTimeoutInMinutes: 0 is out of range (allowed: 1 to 10080, or -1) (range)",
        ]
    );
    assert_eq!(
        findings::<NextJobExecutionChanged>(
            r#"{"timestamp": "now", "execution": {"jobId": "a b", "queuedAt": [], "jobDocument": 7}}"#
        ),
        [
            "error: timestamp: expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset), found string \"now\" at line 1 column 15",
            "error: execution.jobId: ' ' (character 2) is not allowed here: the whole has to match [a-zA-Z0-9_-]+ (pattern)",
            "error: execution.queuedAt: expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset), found an array (form)",
        ]
    );
    // Not JSON, or nothing that is known of an object.
    assert_eq!(
        findings::<CreateJobInput>(r#"{"jobId": 7, "targets": []"#).len(),
        1
    );
    assert_eq!(findings::<CreateJobInput>("[]").len(), 1);
}

#[test]
fn unknown_members_are_denied_anywhere() {
    fn severities(checked: &Checked) -> Vec<Severity> {
        assert!(checked.error.is_none());
        let violations = checked.violations.iter();
        let violations = violations.inspect(|found| assert_eq!(found.rule, Rule::UnknownMember));
        violations.map(|found| found.severity).collect()
    }
    fn severity<T: Shape>(text: &str, severity: Severity) {
        let checked = Checks::new().check::<T>(text);
        assert_eq!(severities(&checked), [severity], "{text}");
        assert!(checked.passes(), "{text}");
        let denied = Checks::new().deny_unknown().check::<T>(text);
        assert_eq!(severities(&denied), [Severity::Error], "{text}");
        assert!(!denied.passes(), "{text}");
    }
    severity::<CreateJobInput>(
        &create_job(r#""document": "1", "new": 1"#),
        Severity::Warning,
    );
    severity::<DescribeJobOutput>(r#"{"job": {"new": 1}}"#, Severity::Information);
    severity::<NextJobExecutionChanged>(
        r#"{"execution": {"jobDocument": {"operation": "a", "new": 1}}}"#,
        Severity::Information,
    );

    let document = r#"{"afr_ota": {"protocols": ["MQTT"], "streamname": "s", "files": []}, "new": 1, "_comment": "c"}"#;
    for (checks, severity) in [
        (Checks::new(), Severity::Warning),
        (Checks::new().deny_unknown(), Severity::Error),
    ] {
        let found = checks.check_document(document).unwrap();
        let unknown: Vec<_> = found
            .iter()
            .filter(|found| found.rule == Rule::UnknownMember)
            .map(|found| (found.path.to_string(), found.severity))
            .collect();
        assert_eq!(unknown, [("new".to_owned(), severity)]);
    }
    let error = Checks::new().check_document("{]").unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(1), Some(2)));
}

#[test]
fn the_member_that_distinguishes_a_schema_may_be_misspelt() {
    for (document, expected) in [
        (
            r#"{"Operation": "reboot", "args": []}"#,
            &["Operation: no schema of job documents has this member; did you mean `operation`?"][..],
        ),
        (
            r#"{"setps": [{"action": {}}], "version": "1.0"}"#,
            &["setps: no schema of job documents has this member; did you mean `steps`?"],
        ),
        // With the name corrected, these have no schema either.
        (r#"{"operatoin": 7}"#, &[]),
        (r#"{"setps": []}"#, &[]),
        // The document has the member itself.
        (r#"{"operation": 7, "Operation": "reboot"}"#, &[]),
    ] {
        let found = Checks::new().check_document(document).unwrap();
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|it| format!("warning: {it} (unknown-member)"))
            .collect();
        assert_eq!(found, expected, "{document}");
    }
}

#[test]
fn what_is_beyond_the_values_does_not_need_them() {
    let text = r#"{"jobId": 7, "JobId": 8, "document": "x"}"#;
    let found = Checks::new().complete(&CreateJobInput::STRUCTURE, text, Vec::new());
    let found: Vec<_> = found.iter().map(|found| found.path.to_string()).collect();
    assert_eq!(found, ["JobId", "document → $"]);
    // The payload has `jobId`, so that it is not what was meant.
    let found = Checks::new().complete(&CreateJobInput::STRUCTURE, text, Vec::new());
    assert_eq!(found[0].suggestion, None);
    let found = Checks::new().complete(&CreateJobInput::STRUCTURE, r#"{"JobId": 8"#, Vec::new());
    assert_eq!(found, []);
    let found = Checks::new().complete(&CreateJobInput::STRUCTURE, "[1]", Vec::new());
    assert_eq!(found, []);
}

#[test]
fn schedules_are_checked_against_a_time() {
    let text = create_job(
        r#""document": "{}", "schedulingConfig": {"startTime": "2026-01-01 10:00", "endTime": "2026-01-02 10:00", "endBehavior": "CANCEL"}"#,
    );
    assert_eq!(Checks::new().check::<CreateJobInput>(&text).violations, []);
    let now = DateTime::from_secs(1_800_000_000);
    let checked = Checks::new().at(now).check::<CreateJobInput>(&text);
    let rules: Vec<_> = checked.violations.iter().map(|found| found.rule).collect();
    assert_eq!(rules, [Rule::ScheduleBounds; 2]);
    let input = catalog::find_shape("CreateJobRequest").unwrap();
    let input = input.decode(&text).unwrap();
    assert_eq!(input.violations(), []);
    assert_eq!(input.violations_at(now), checked.violations);
}

/// Documents with several findings each.
const DOCUMENTS: &[&str] = &[
    include_str!("../../cli/tests/fixtures/five-mistakes.json"),
    r#"{"steps": [{"action": {"nam": "é名😀", "type": "a\\\"\n", "input": {"command": "a\tb"}}}], "ste\u0070": 1}"#,
    "{\n\t\"operation\": \"\",\r\n\t\"args\": [\"\u{7f}\", 7, null],\n\t\"Path\": \"😀\"}\n",
];

#[test]
fn a_document_has_the_same_findings_in_a_request_whatever_its_escapes() {
    let short = |text: &str| serde_json::to_string(text).unwrap();
    let long = |text: &str| {
        let units = text.encode_utf16().map(|unit| format!("\\u{unit:04X}"));
        format!("\"{}\"", units.collect::<String>())
    };
    for document in DOCUMENTS {
        let alone = Checks::new().check_document(document).unwrap();
        assert!(alone.len() >= 4, "{document}");
        let values = codec::places(document, alone.iter().map(|found| &found.path)).unwrap();
        for literal in [short(document), long(document)] {
            let text = create_job(&format!("\n\"document\": {literal}"));
            let found = Checks::new().check::<CreateJobInput>(&text).violations;
            let places = codec::places(&text, found.iter().map(|found| &found.path)).unwrap();
            assert_eq!(found.len(), alone.len(), "{found:?}");
            for (((found, place), alone), value) in
                found.iter().zip(&places).zip(&alone).zip(&values)
            {
                assert_eq!(found.path.to_string(), format!("document → {}", alone.path));
                assert_eq!((found.rule, found.severity), (alone.rule, alone.severity));
                assert_eq!((place.line, place.exact), (2, value.exact));
                // What is written at the place is the value, with the escapes of the string.
                let written = format!("\"{}\"", &text[place.range.clone()]);
                let written: String = serde_json::from_str(&written).unwrap();
                assert_eq!(written, document[value.range.clone()], "{}", found.path);
            }
        }
    }
}

#[test]
fn a_document_is_too_large_with_its_values() {
    let document = r#"[\"${aws:iot:parameter:a}${aws:iot:parameter:a}\"]"#;
    let value = "x".repeat(20_000);
    let text = create_job(&format!(
        r#""document": "{document}", "documentParameters": {{"a": "{value}"}}"#
    ));
    assert_eq!(
        findings::<CreateJobInput>(&text),
        [
            "error: document: the document has 40004 bytes after substitution (allowed: at most 32768) (bytes)"
        ]
    );
}
