//! Without `--as`: payloads that are surely of a known shape are said to look like it.

use serde_json::Value;

use crate::run::{files, run_in, run_on};

#[test]
fn only_payloads_of_one_shape_look_like_it() {
    for (input, shape) in [
        (
            r#"{"jobId": "j", "targets": ["t"], "document": "{}"}"#,
            Some("CreateJobRequest"),
        ),
        (
            r#"{"jobId": "j", "targets": ["t"], "documentSource": "s", "abortConfig": null}"#,
            Some("CreateJobRequest"),
        ),
        (
            r#"{"jobs": [{"jobId": "j", "status": "COMPLETED"}]}"#,
            Some("ListJobsResponse"),
        ),
        (
            r#"{"job": {"jobId": "j"}, "documentSource": "s"}"#,
            Some("DescribeJobResponse"),
        ),
        (
            r#"{"execution": {"jobId": "j", "thingArn": "t", "forceCanceled": false}}"#,
            Some("DescribeJobExecutionResponse"),
        ),
        (
            r#"{"executionSummaries": [{"thingArn": "t"}]}"#,
            Some("ListJobExecutionsForJobResponse"),
        ),
        (
            r#"{"timestamp": 10, "inProgressJobs": [], "queuedJobs": [{"jobId": "j"}]}"#,
            Some("mqtt.GetPendingJobExecutionsResponse"),
        ),
        // Several shapes have these members.
        (
            r#"{"timestamp": 10, "execution": {"jobId": "j", "jobDocument": {}}, "clientToken": "c"}"#,
            None,
        ),
        (r#"{"jobId": "j", "targets": ["t"]}"#, None),
        (r#"{"jobArn": "a", "jobId": "j", "description": "d"}"#, None),
        // A member that none has, of another type, or too few.
        (
            r#"{"jobId": "j", "targets": ["t"], "document": "{}", "x": 1}"#,
            None,
        ),
        (r#"{"jobId": "j", "targets": "t", "document": "{}"}"#, None),
        (
            r#"{"jobId": "j", "document": "{}", "description": ""}"#,
            None,
        ),
        (r#"{"jobId": "j"}"#, None),
        (r#"{"status": "FAILED"}"#, None),
        // Job documents, of known schemas and others.
        (
            r#"{"version": "1.0", "steps": [{"action": {"name": "n", "type": "runHandler", "input": {"handler": "h"}}}]}"#,
            None,
        ),
        (r#"{"operation": "reboot"}"#, None),
        (r#"{"afr_ota": {"files": []}}"#, None),
        (r#"{"description": "d", "version": "2", "files": []}"#, None),
        (r#"{"jobs": "backup"}"#, None),
        ("{}", None),
        ("[]", None),
        ("{\"jobs\":", None),
    ] {
        let run = run_on(input, &["check", "--format=json", "-"]);
        let row: Value = serde_json::from_str(&run.stdout).unwrap();
        let found = row.get("looksLike").and_then(Value::as_str);
        assert_eq!(found, shape, "{input}");
    }
}

#[test]
fn every_format_has_the_hint_with_the_command() {
    let input = r#"{"jobs": []}"#;
    let directory = files("looks-like", &[("a.json", input), ("it's a.json", input)]);
    let check = |file, format| run_in(&directory, &["check", file, "--format", format]).stdout;
    let hint =
        "it looks like ListJobsResponse; to check it as that: iot-jobs check --as ListJobsResponse";
    let human = check("a.json", "human");
    assert!(
        human.ends_with(&format!("\n  hint: {hint} a.json\n")),
        "{human}"
    );
    let human = check("it's a.json", "human");
    assert!(
        human.ends_with(&format!("{hint} 'it'\\''s a.json'\n")),
        "{human}"
    );
    assert_eq!(
        check("a.json", "github"),
        format!("::notice file=a.json,title=iot-jobs::{hint} a.json\n")
    );
    let log: Value = serde_json::from_str(&check("a.json", "sarif")).unwrap();
    let notifications = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(
        notifications[0]["message"]["text"],
        format!("a.json: {hint} a.json")
    );
    // The command takes the name of an operation, also on standard input.
    let create = r#"{"jobId": "j", "targets": ["t"], "document": "{}"}"#;
    let run = run_on(create, &["check", "-"]);
    let command =
        "it looks like CreateJobRequest; to check it as that: iot-jobs check --as CreateJob -\n";
    assert!(run.stdout.ends_with(command), "{}", run.stdout);
    let run = run_on(create, &["check", "--as=CreateJob", "-"]);
    assert!(!run.stdout.contains("looks like"), "{}", run.stdout);
}
