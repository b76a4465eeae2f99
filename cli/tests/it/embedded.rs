//! Job documents inside payloads: findings have paths and positions of the payload.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test helper; clippy only exempts the bodies of tests"
)]

use serde_json::Value;

use crate::run::{files, report_of_create_job, run_on};

/// The findings of a payload except advice: severity, rule, path, line and column, and the text at that position.
pub(crate) fn findings(shape: &str, input: &str) -> Vec<String> {
    let all = "--max-findings=100000";
    let options = ["--format=json", "--no-advice", all];
    let run = run_on(
        input,
        &[&["check", "--as", shape, "-"], &options[..]].concat(),
    );
    let row: Value = serde_json::from_str(&run.stdout).unwrap();
    let violations = row["violations"].as_array();
    let violations = violations.into_iter().flatten();
    violations
        .map(|it| {
            let text = |name: &str| it[name].as_str().unwrap();
            let number = |name: &str| usize::try_from(it[name].as_u64().unwrap()).unwrap();
            let (line, column) = (number("line"), number("column"));
            let source = input.lines().nth(line - 1).unwrap();
            let at: String = source.chars().skip(column - 1).take(5).collect();
            let (severity, rule, path) = (text("severity"), text("rule"), text("path"));
            format!("{severity} {rule}: {path} {line}:{column} {at}")
        })
        .collect()
}

/// An input that creates a job, of which nothing else is wrong.
fn create_job(members: &str) -> String {
    let target = "arn:aws:iot:eu-west-1:123456789012:thing/pump";
    format!("{{\"jobId\": \"j\", \"targets\": [\"{target}\"],\n{members}}}")
}

#[test]
fn findings_in_a_document_have_the_position_in_the_payload() {
    for (members, found) in [
        (r#""document": "{\"operation\": \"reboot\"}""#, &[][..]),
        (r#""document": "[1, \"any JSON\", {\"stepz\": null}]""#, &[]),
        (
            r#""document": "{\"operation\": \"reboot\", \"args\": \"now\"}""#,
            &[r#"error form: document → args 2:52 \"now"#],
        ),
        (
            "\"document\": \"{\\n  \\\"operation\\\": \\\"reboot\\\",\\n  \\\"args\\\": [\\\"a\\\", 7]\\n}\"",
            &["error form: document → args[1] 2:67 7]\\n}"],
        ),
        // Characters of one to four bytes, escaped or not.
        (
            r#""document": "{\"operation\": \"é名😀\\u00e9\", \"args\": [\"\u00e9\ud83d\ude00\/\", 7]}""#,
            &[r#"error form: document → args[1] 2:83 7]}"}"#],
        ),
        // Escapes of the string and of the document.
        (
            r#""document": "{\"operation\": \"\\\"\\\\\", \"arg\u0073\": [7], \"\\u0070ath\": 8}""#,
            &[
                r"error form: document → args[0] 2:60 7], \",
                r#"error form: document → path 2:80 8}"}"#,
            ],
        ),
        // White space around the document; an absent member is reported for the object that lacks it.
        (
            r#""document": " \t {\"version\": \"1.0\", \"steps\": [{\"action\": {\"name\": \"n\", \"input\": {}}}]}\n""#,
            &[r#"error required: document → steps[0].action.type 2:66 {\"na"#],
        ),
        (
            r#""document": "{\"version\": \"1.0\", \"steps\": [{\"action\": {\"name\": \"n\", \"type\": \"runComand\", \"input\": {\"commnd\": \"a b\"}}}], \"finalstep\": {}}""#,
            &[
                r#"warning enum-value: document → steps[0].action.type 2:90 \"run"#,
                r#"warning unknown-member: document → steps[0].action.input.commnd 2:117 \"com"#,
                r#"warning unknown-member: document → finalstep 2:142 \"fin"#,
            ],
        ),
        (
            r#""document": "{\"afr_ota\": {\"files\": []}}""#,
            &[r#"error size: document → afr_ota.files 2:40 []}}""#],
        ),
        (
            r#""document": "{\"operation\": \"${aws:iot:s3-presigned-url:x\"}""#,
            &[r#"error placeholder: document → operation 2:30 \"${a"#],
        ),
        // The document and other members.
        (
            r#""document": "{\"operation\": \"reboot\", \"args\": 7}", "timeoutConfig": {"inProgressTimeoutInMinutes": 0}"#,
            &[
                r#"error form: document → args 2:52 7}", "#,
                "error range: timeoutConfig.inProgressTimeoutInMinutes 2:105 0}}",
            ],
        ),
    ] {
        assert_eq!(
            findings("CreateJob", &create_job(members)),
            found,
            "{members}"
        );
    }
}

#[test]
fn a_document_that_is_not_json_has_the_position_of_its_error() {
    for (document, path, column, at) in [
        (r"", "document → $", 14, "\"}"),
        (r"reboot", "document → $", 14, "reboo"),
        (r#"{\n \"a\": }"#, "document → a", 25, "}\"}"),
        (r#"{\"a\": 1,}"#, "document → $", 24, "}\"}"),
        (r#"{\"a\": [1, 2"#, "document → a[2]", 27, "\"}"),
        (r#"{\"a\": \"b\u0001\"}"#, "document → a", 25, "\\u000"),
        (r#"{\"a\": \"\\q\"}"#, "document → a", 26, "q\\\"}\""),
        (r"{} {}", "document → $", 17, "{}\"}"),
        (r"\ufeff{}", "document → $", 14, "\\ufef"),
    ] {
        let input = create_job(&format!("\"document\": \"{document}\""));
        let found = format!("error json: {path} 2:{column} {at}");
        assert_eq!(findings("CreateJob", &input), [found], "{document}");
    }
    let run = run_on(
        create_job("\"document\": \"{]\""),
        &["check", "--as=CreateJob", "-"],
    );
    let block = "error[json]: document → $\n --> <stdin>:2:15\n  |\n\
                 2 | \"document\": \"{]\"}\n  \
                 |               ^ the document is not JSON: key must be a string\n";
    assert!(run.stdout.contains(block), "{}", run.stdout);
    assert_eq!(run.code, Some(1));
}

#[test]
fn every_payload_with_a_document_is_checked() {
    for (shape, input, found) in [
        (
            "CreateJobTemplate",
            r#"{"jobTemplateId": "t", "description": "d", "document": "{\"operation\": \"\", \"arg\": 1}"}"#,
            &[
                r#"error length: document → operation 1:73 \"\","#,
                r#"warning unknown-member: document → arg 1:79 \"arg"#,
            ][..],
        ),
        (
            "CreateJobTemplate",
            r#"{"jobTemplateId": "t", "description": "d", "document": "x"}"#,
            &[r#"error json: document → $ 1:57 x"}"#],
        ),
        // What the service sends: unknown members are information.
        (
            "GetJobDocumentResponse",
            r#"{"document": "{\"operation\": \"\", \"arg\": 1}"}"#,
            &[
                r#"error length: document → operation 1:31 \"\","#,
                r#"information unknown-member: document → arg 1:37 \"arg"#,
            ],
        ),
        (
            "GetJobDocumentResponse",
            r#"{"document": "x"}"#,
            &[r#"warning json: document → $ 1:15 x"}"#],
        ),
        (
            "DescribeJobTemplateResponse",
            r#"{"document": "{\"operation\": \"\"}"}"#,
            &[r#"error length: document → operation 1:31 \"\"}"#],
        ),
        (
            "DescribeManagedJobTemplateResponse",
            r#"{"document": "{\"operation\": \"\"}"}"#,
            &[r#"error length: document → operation 1:31 \"\"}"#],
        ),
        // Over MQTT the document is a value of the payload, and has no text of its own.
        (
            "mqtt.NextJobExecutionChanged",
            r#"{"execution": {"jobDocument": {"operation": "", "arg": 1}}}"#,
            &[
                r#"error length: execution.jobDocument.operation 1:45 "", ""#,
                r#"information unknown-member: execution.jobDocument.arg 1:49 "arg""#,
            ],
        ),
        (
            "mqtt.UpdateJobExecutionResponse",
            r#"{"jobDocument": {"operation": 7}}"#,
            &[],
        ),
        (
            "mqtt.UpdateJobExecutionResponse",
            r#"{"jobDocument": {"operation": "a", "args": 7}}"#,
            &["error form: jobDocument.args 1:44 7}}"],
        ),
        // Over HTTPS it is a text; any other string is a document that is a string.
        (
            "device.DescribeJobExecutionResponse",
            r#"{"execution": {"jobDocument": "{\"operation\": \"\"}"}}"#,
            &[r#"error length: execution.jobDocument → operation 1:48 \"\"}"#],
        ),
        (
            "mqtt.NextJobExecutionChanged",
            r#"{"execution": {"jobDocument": "reboot"}}"#,
            &[],
        ),
        // A payload that does not decode.
        (
            "CreateJob",
            r#"{"jobId": 7, "document": "{\"operation\": \"\"}"}"#,
            &[
                r#"error required: targets 1:1 {"job"#,
                r#"error length: document → operation 1:43 \"\"}"#,
            ],
        ),
        ("CreateJob", r#"{"jobId": 7, "document": "x""#, &[]),
        (
            "Job",
            r#"{"document": "x"}"#,
            &["information unknown-member: document 1:2 \"docu"],
        ),
    ] {
        assert_eq!(findings(shape, input), found, "{shape} {input}");
    }
}

#[test]
fn every_format_shows_the_position_in_the_payload() {
    let input = create_job(r#""document": "{\"operation\": \"é\", \"args\": [\"a\\\"b\", 70]}""#);
    let directory = files("embedded-formats", &[("create.json", &input)]);
    let check = |format| report_of_create_job(&directory, &["--format", format], 1);
    assert_eq!(
        check("human"),
        r#"create.json: 1 error, CreateJobRequest
error[form]: document → args[1]
 --> create.json:2:60
  |
2 | "document": "{\"operation\": \"é\", \"args\": [\"a\\\"b\", 70]}"}
  |                                                            ^^ expected a string, found number 70

"#
    );
    assert_eq!(
        check("github"),
        "::error file=create.json,line=2,col=60,title=iot-jobs form::document → args[1]: expected a string, found number 70\n"
    );
    let log: Value = serde_json::from_str(&check("sarif")).unwrap();
    let location = &log["runs"][0]["results"][0]["locations"][0];
    let region = &location["physicalLocation"]["region"];
    assert_eq!(
        (
            &region["startLine"],
            &region["startColumn"],
            &region["endColumn"]
        ),
        (&Value::from(2), &Value::from(60), &Value::from(62))
    );
    let logical = &location["logicalLocations"][0]["fullyQualifiedName"];
    assert_eq!(logical, "document → args[1]");
}

#[test]
fn lines_are_those_of_the_file_with_ndjson() {
    let line = r#"{"document":"{\"operation\":\"\"}"}"#;
    let input = format!("{{}}\n{line}\n");
    let arguments = [
        "check",
        "--as=GetJobDocumentResponse",
        "--ndjson",
        "--format=github",
        "-",
    ];
    let run = run_on(input, &arguments);
    let start = "::error line=2,col=29,title=iot-jobs length::document → operation: ";
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
}

#[test]
fn time_and_output_grow_with_the_document() {
    let steps = |count: usize| {
        let step = r#"{\"action\":{\"nam\":\"é\",\"type\":7}}"#;
        let steps = vec![step; count].join(",");
        create_job(&format!(
            r#""document": "{{\"version\":\"1.0\",\"steps\":[{steps}]}}""#
        ))
    };
    // Of each step: the name and the input are absent, `nam` is unknown, and the type is a number.
    let found = findings("CreateJob", &steps(2_000));
    let embedded = found.iter().filter(|it| it.contains(" document → steps["));
    assert_eq!(embedded.count(), 4 * 2_000);
    let last = "error form: document → steps[1999].action.type 2:";
    let last = found.iter().find(|it| it.starts_with(last)).unwrap();
    assert!(last.ends_with(r" 7}}]}"), "{last}");
}
