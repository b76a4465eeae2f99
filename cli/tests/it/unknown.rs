//! Members that a shape does not have: their severity, place and suggestion, in every format.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test helper; clippy only exempts the bodies of tests"
)]

use serde_json::{Value, json};

use crate::run::{files, report_of_create_job, run_on};

/// A request with a misspelt member, of which nothing else is wrong.
const REQUEST: &str = r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "jobExecutionRolloutConfig": {"maximumPerMinute": 10},
  "document": "{}"
}
"#;

/// The severity, place, path and suggestion of each finding about an unknown member.
fn unknown(arguments: &[&str], input: &str) -> Vec<String> {
    let run = run_on(
        input,
        &[&["check", "--format=json", "-"], arguments].concat(),
    );
    let row: Value = serde_json::from_str(&run.stdout).unwrap();
    let violations = row["violations"].as_array();
    let violations = violations.into_iter().flatten();
    violations
        .filter(|it| it["rule"] == "unknown-member")
        .map(|it| {
            let text = |name: &str| it[name].as_str().unwrap_or("-").to_owned();
            let place = format!("{}:{}", it["line"], it["column"]);
            let parts = [text("severity"), place, text("path"), text("suggestion")];
            parts.join(" ")
        })
        .collect()
}

#[test]
fn the_severity_depends_on_who_writes_the_payload() {
    for (arguments, input, found) in [
        (
            &["--as=CreateJob"][..],
            REQUEST,
            &["warning 4:3 jobExecutionRolloutConfig jobExecutionsRolloutConfig"][..],
        ),
        (
            &["--as=CreateJobRequest"],
            r#"{"tags": [{"key": "a"}, {"Key": "a", "value": "b", "other": 1}]}"#,
            &[
                "warning 1:12 tags[0].key Key",
                "warning 1:38 tags[1].value Value",
                "warning 1:52 tags[1].other -",
            ],
        ),
        // The payload already has the member that is similar.
        (
            &["--as=UpdateJob"],
            r#"{"jobId": "a", "description": "a", "desciption": "b", "abort_config": null}"#,
            &[
                "warning 1:36 desciption -",
                "warning 1:55 abort_config abortConfig",
            ],
        ),
        // Members of a later version of the service are similar to none.
        (
            &["--as=CreateJob"],
            r#"{"jobId": "a", "documentSourceV2": "", "networkConfig": {}, "jobIds": []}"#,
            &[
                "warning 1:16 documentSourceV2 -",
                "warning 1:40 networkConfig -",
                "warning 1:61 jobIds -",
            ],
        ),
        (
            &["--as=device.UpdateJobExecution"],
            r#"{"jobId": "a", "thingName": "t", "status": "FAILED", "expectedVerison": 1}"#,
            &["warning 1:54 expectedVerison expectedVersion"],
        ),
        // Without --as: a job document.
        (
            &[],
            r#"{"version": "1.0", "finalstep": {}, "steps": [{"action": {"name": "n", "type": "runHandler", "input": {"handler": "h", "arg": []}, "ignoreStepFailures": "true"}, "_why": ""}]}"#,
            &[
                "warning 1:20 finalstep finalStep",
                "warning 1:120 steps[0].action.input.arg args",
                "warning 1:132 steps[0].action.ignoreStepFailures ignoreStepFailure",
            ],
        ),
        // The jobs agent has members of its own.
        (
            &[],
            r#"{"operation": "install", "packageName": "p", "Args": [], "_comment": 1}"#,
            &["information 1:26 packageName -", "warning 1:46 Args args"],
        ),
        (
            &["--as=document.OtaFile"],
            r#"{"filepath": "f", "filename": "f", "sig-sha512-rsa": "", "fileId": 1}"#,
            &["warning 1:19 filename -", "warning 1:58 fileId fileid"],
        ),
        // What the service sends, and parts of payloads.
        (
            &["--as=DescribeJobResponse"],
            r#"{"job": {"new": 1}, "startAt": 1}"#,
            &["information 1:10 job.new -", "information 1:21 startAt -"],
        ),
        (
            &["--as=JobExecutionSummary"],
            r#"{"startAt": 1}"#,
            &["information 1:2 startAt startedAt"],
        ),
        (
            &["--topic=$aws/things/lamp/jobs/j/update"],
            r#"{"status": "FAILED", "expectedVerison": 1}"#,
            &["warning 1:22 expectedVerison expectedVersion"],
        ),
        // Also of a payload that does not decode.
        (
            &["--as=CreateJob"],
            r#"{"jobId": 7, "abortConfig": {"criterialist": []}}"#,
            &["warning 1:30 abortConfig.criterialist criteriaList"],
        ),
        (&["--as=CreateJob"], r#"{"jobIds": 7"#, &[]),
        (
            &["--as=CreateJob"],
            r#"{"jobId": "a", "document": null}"#,
            &[],
        ),
    ] {
        assert_eq!(unknown(arguments, input), found, "{input}");
        // The severity changes, and nothing else.
        let denied = found.iter().map(|line| {
            let (_, rest) = line.split_once(' ').unwrap();
            format!("error {rest}")
        });
        let arguments = [arguments, &["--deny=unknown"]].concat();
        assert_eq!(
            unknown(&arguments, input),
            denied.collect::<Vec<_>>(),
            "{input}"
        );
    }
}

#[test]
fn every_format_shows_an_unknown_member() {
    let directory = files("unknown-formats", &[("create.json", REQUEST)]);
    let message = "this version knows no such member of CreateJobRequest; did you mean `jobExecutionsRolloutConfig`?";
    for (deny, headline, severity, code) in [
        (&[][..], "1 warning", "warning", 0),
        (&["--deny=warnings"], "1 error", "error", 1),
        (&["--deny=unknown"], "1 error", "error", 1),
        (&["--deny=unknown,warnings"], "1 error", "error", 1),
    ] {
        let check = |format| {
            let options = [&["--format", format], deny].concat();
            report_of_create_job(&directory, &options, code)
        };
        let human = format!(
            "create.json: {headline}, CreateJobRequest\n\
             {severity}[unknown-member]: jobExecutionRolloutConfig\n \
             --> create.json:4:3\n  |\n\
             4 |   \"jobExecutionRolloutConfig\": {{\"maximumPerMinute\": 10}},\n  \
             |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ {message}\n\n"
        );
        assert_eq!(check("human"), human);
        let github = format!(
            "::{severity} file=create.json,line=4,col=3,title=iot-jobs unknown-member::jobExecutionRolloutConfig: {message}\n"
        );
        assert_eq!(check("github"), github);
        let row: Value = serde_json::from_str(&check("json")).unwrap();
        assert_eq!(
            row["violations"],
            json!([{
                "path": "jobExecutionRolloutConfig", "rule": "unknown-member", "severity": severity,
                "message": message, "suggestion": "jobExecutionsRolloutConfig", "line": 4, "column": 3,
            }])
        );
        let log: Value = serde_json::from_str(&check("sarif")).unwrap();
        let results = &log["runs"][0]["results"];
        assert_eq!(results.as_array().unwrap().len(), 1);
        let result = &results[0];
        assert_eq!(result["ruleId"], "unknown-member");
        assert_eq!(result["level"], severity);
        let text = format!("jobExecutionRolloutConfig: {message}");
        assert_eq!(result["message"]["text"], text);
        assert_eq!(
            result["locations"][0]["physicalLocation"]["region"],
            json!({"startLine": 4, "startColumn": 3, "endColumn": 30})
        );
    }
}

#[test]
fn information_is_shown_in_every_format_and_is_no_warning() {
    let input = r#"{"job": {"documentParameter": 1}}"#;
    let arguments = [
        "check",
        "--as=DescribeJobResponse",
        "-",
        "--deny=warnings",
        "--format",
    ];
    let check = |format| {
        let run = run_on(input, &[&arguments[..], &[format]].concat());
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
        run.stdout
    };
    assert_eq!(
        check("human"),
        "<stdin>: ok, DescribeJobResponse with 1 unknown member\n\
         \x20 unknown member  job.documentParameter; did you mean `documentParameters`?\n"
    );
    assert_eq!(
        check("github"),
        "::notice line=1,col=10,title=iot-jobs unknown-member::job.documentParameter: \
         this version knows no such member of Job; did you mean `documentParameters`?\n"
    );
    let log: Value = serde_json::from_str(&check("sarif")).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["level"], "note");
}

#[test]
fn a_misspelt_member_that_distinguishes_a_schema_is_a_warning() {
    for (arguments, input, found) in [
        // With its right name, the document would have a schema.
        (
            &[][..],
            r#"{"version": "1.0", "step": [{"action": {}}]}"#,
            &["warning 1:20 step steps"][..],
        ),
        (
            &[],
            r#"{"Operation": "reboot"}"#,
            &["warning 1:2 Operation operation"],
        ),
        (&[], r#"{"afr-ota": {}}"#, &["warning 1:2 afr-ota afr_ota"]),
        // Formats of other software.
        (&[], r#"{"step": ["boil", "eat"]}"#, &[]),
        (&[], r#"{"operations": ["a"], "steps": ["b"]}"#, &[]),
        (&[], r#"{"Operation": "a", "version": "2"}"#, &[]),
    ] {
        assert_eq!(unknown(arguments, input), found, "{input}");
    }
}

#[test]
fn a_payload_that_does_not_decode_has_its_error_first() {
    let input = r#"{"abortConfig": {"criterialist": []}}"#;
    let run = run_on(input, &["check", "--as=CreateJob", "--format=github", "-"]);
    assert_eq!(
        (run.stdout.as_str(), run.code),
        (
            "::error line=1,col=17,title=iot-jobs decode::abortConfig.criteriaList: this required member is missing\n\
             ::error line=1,col=1,title=iot-jobs required::jobId: this member is required, and absent\n\
             ::error line=1,col=1,title=iot-jobs required::targets: this member is required, and absent\n\
             ::warning line=1,col=18,title=iot-jobs unknown-member::abortConfig.criterialist: this version knows no such member of AbortConfig (names are case-sensitive); did you mean `criteriaList`?\n",
            Some(1)
        )
    );
    let run = run_on(input, &["check", "--as=CreateJob", "--format=json", "-"]);
    let row: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(row["error"]["path"], "abortConfig.criteriaList");
    assert_eq!(row["violations"][2]["suggestion"], "criteriaList");
}

#[test]
fn an_unknown_value_suggests_a_similar_one() {
    for (shape, input, suggestion) in [
        (
            "CreateJob",
            r#"{"targetSelection": "Continuous"}"#,
            Some("CONTINUOUS"),
        ),
        (
            "CreateJob",
            r#"{"targetSelection": "SNAPSHOTS"}"#,
            Some("SNAPSHOT"),
        ),
        ("Job", r#"{"status": "SUCCEEDED"}"#, None),
        ("Job", r#"{"status": "InProgress"}"#, Some("IN_PROGRESS")),
        (
            "JobExecution",
            r#"{"status": "TIMEDOUT"}"#,
            Some("TIMED_OUT"),
        ),
        ("JobExecution", r#"{"status": "PAUSED"}"#, None),
    ] {
        let run = run_on(input, &["check", "--as", shape, "--format=json", "-"]);
        let row: Value = serde_json::from_str(&run.stdout).unwrap();
        let mut found = row["violations"].as_array().unwrap().iter();
        let value = found.find(|it| it["rule"] == "enum-value").unwrap();
        assert_eq!(value["suggestion"].as_str(), suggestion, "{input}");
        let message = value["message"].as_str().unwrap();
        let asks = suggestion.map(|it| format!("; did you mean `{it}`?"));
        assert!(message.ends_with(&asks.unwrap_or_default()), "{message}");
        assert_eq!(message.contains("did you mean"), suggestion.is_some());
    }
}
