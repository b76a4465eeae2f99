//! `request`: the HTTP request of an operation's input.

use std::process::Command;

use crate::run::{files, run_in, run_on};

/// An input with characters that a shell, a URI and JSON escape.
const INPUT: &str =
    r#"{"jobId": "it's/$HOME", "force": true, "comment": "it's `$(id)` \"é\"\n", "new": 1.50}"#;

#[test]
fn json_has_method_path_query_and_body() {
    for (operation, input, row) in [
        (
            "CancelJob",
            INPUT,
            r#"{"method":"PUT","path":"/jobs/it%27s%2F%24HOME/cancel","query":{"force":"true"},"body":{"comment":"it's `$(id)` \"é\"\n","new":1.50}}"#,
        ),
        (
            "CancelJob",
            r#"{"jobId":"j"}"#,
            r#"{"method":"PUT","path":"/jobs/j/cancel","query":{},"body":{}}"#,
        ),
        (
            "ListJobs",
            r#"{"nextToken":"a+b/c== &","maxResults":1}"#,
            r#"{"method":"GET","path":"/jobs","query":{"maxResults":"1","nextToken":"a+b/c== &"},"body":null}"#,
        ),
        (
            "device.DescribeJobExecution",
            r#"{"jobId":"$next","thingName":"t"}"#,
            r#"{"method":"GET","path":"/things/t/jobs/%24next","query":{},"body":null}"#,
        ),
        (
            "device.StartNextPendingJobExecution",
            r#"{"thingName":"t"}"#,
            r#"{"method":"PUT","path":"/things/t/jobs/$next","query":{},"body":{}}"#,
        ),
    ] {
        let run = run_on(input, &["request", operation, "--format=json", "-"]);
        assert_eq!(run.code, Some(0));
        let warning = "warning: new\n --> <stdin>:1:75\n";
        let expected = if input == INPUT { warning } else { "" };
        assert!(run.stderr.starts_with(expected), "{}", run.stderr);
        assert_eq!(run.stderr.is_empty(), expected.is_empty());
        assert_eq!(run.stdout, format!("{row}\n"));
    }
}

#[test]
fn unknown_members_are_warnings_on_standard_error() {
    let suggestion = "this version knows no such member of CreateJobRequest; did you mean `jobExecutionsRolloutConfig`?";
    for (input, code) in [
        (r#"{"jobId": "j", "jobExecutionRolloutConfig": {}}"#, 0),
        // Of an input without a request, too.
        (r#"{"jobExecutionRolloutConfig": {}}"#, 1),
        (r#"{"jobId": 7, "jobExecutionRolloutConfig": {}}"#, 1),
    ] {
        let run = run_on(input, &["request", "CreateJob", "-"]);
        assert!(
            run.stderr.contains("warning: jobExecutionRolloutConfig\n"),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains(suggestion), "{}", run.stderr);
        assert_eq!((run.stdout.is_empty(), run.code), (code == 1, Some(code)));
        let run = run_on(input, &["fmt", "--as=CreateJob", "-"]);
        assert!(run.stderr.contains(suggestion), "{}", run.stderr);
    }
    let run = run_on(r#"{"new": 1}"#, &["fmt", "--as=Job", "--compact", "-"]);
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str()),
        ("{\"new\":1}\n", "")
    );
}

#[test]
fn human_has_the_request_as_it_is_sent() {
    let run = run_on(INPUT, &["request", "CancelJob", "-"]);
    let expected = r#"PUT /jobs/it%27s%2F%24HOME/cancel?force=true
content-type: application/json

{
  "comment": "it's `$(id)` \"é\"\n",
  "new": 1.50
}
"#;
    assert_eq!((run.stdout.as_str(), run.code), (expected, Some(0)));

    let directory = files("request-human", &[("in.json", r#"{"jobId":"j"}"#)]);
    let run = run_in(&directory, &["request", "DescribeJob", "in.json"]);
    assert_eq!(run.stdout, "GET /jobs/j\n");
}

/// The arguments with which a shell runs the curl of a command line.
fn shell_arguments(line: &str) -> Option<Vec<String>> {
    // The separator is a byte that no argument contains.
    let script = format!("curl() {{ printf '\\001%s' \"$@\"; }}\n{line}");
    let output = Command::new("sh")
        .args(["-euc", &script])
        .envs([
            ("AWS_REGION", "eu-west-1"),
            ("AWS_ACCESS_KEY_ID", "id"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_SESSION_TOKEN", ""),
        ])
        .output()
        .ok()?;
    assert!(output.status.success(), "{line}");
    let text = String::from_utf8(output.stdout).ok()?;
    let arguments = text.split('\u{1}').skip(1).map(str::to_owned);
    Some(arguments.collect())
}

#[test]
fn curl_is_quoted_for_a_shell() {
    let run = run_on(INPUT, &["request", "CancelJob", "--format", "curl", "-"]);
    assert_eq!((run.stdout.lines().count(), run.code), (1, Some(0)));
    assert_eq!(
        shell_arguments(&run.stdout).unwrap(),
        [
            "--request",
            "PUT",
            "--aws-sigv4",
            "aws:amz:eu-west-1:iot",
            "--user",
            "id:secret",
            "--header",
            "x-amz-security-token: ",
            "--header",
            "content-type: application/json",
            "--data-raw",
            r#"{"comment":"it's `$(id)` \"é\"\n","new":1.50}"#,
            "https://iot.eu-west-1.amazonaws.com/jobs/it%27s%2F%24HOME/cancel?force=true",
        ]
    );

    let input = r#"{"jobId":"$next","thingName":"t","executionNumber":1}"#;
    let operation = "device.DescribeJobExecution";
    let run = run_on(input, &["request", operation, "--format=curl", "-"]);
    let arguments = shell_arguments(&run.stdout).unwrap();
    assert_eq!(arguments[3], "aws:amz:eu-west-1:iot-jobs-data");
    assert_eq!(
        arguments[8..],
        ["https://data.jobs.iot.eu-west-1.amazonaws.com/things/t/jobs/%24next?executionNumber=1"]
    );
}

#[test]
fn an_input_without_a_request_is_an_error_with_its_position() {
    for (operation, input, (start, message)) in [
        (
            "CancelJob",
            "{\n  \"jobId\": 7\n}",
            (
                "error: jobId\n --> <stdin>:2:12\n",
                "^ expected a string, found number 7\n",
            ),
        ),
        (
            "CancelJob",
            "{\"comment\":\"c\",\n\"jobId\": \"..\"}",
            (
                "error: jobId\n --> <stdin>:2:10\n",
                "^ this member is part of the path and must not be a dot segment\n",
            ),
        ),
        (
            "CancelJob",
            "\n{}",
            (
                "error: jobId\n --> <stdin>:2:1\n",
                "^ this member is part of the path and must be set\n",
            ),
        ),
        (
            "DescribeJob",
            r#"{"jobId":"j","forse":true}"#,
            (
                "error: forse\n --> <stdin>:1:22\n",
                "^ this operation has no such member, and no body to send it in\n",
            ),
        ),
    ] {
        for format in ["human", "json", "curl"] {
            let run = run_on(input, &["request", operation, "--format", format, "-"]);
            assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)));
            assert!(run.stderr.starts_with(start), "{}", run.stderr);
            assert!(run.stderr.contains(message), "{}", run.stderr);
        }
    }
}

#[test]
fn an_unknown_operation_suggests_similar_names() {
    for (wrong, suggested) in [
        ("cancel-job", "'CancelJob'"),
        ("DescribeJobs", "'DescribeJob'"),
        ("UpdateJobExecution", "'device.UpdateJobExecution'"),
        (
            "device.CreateJob",
            "the operations are AssociateTargetsWithJob, ",
        ),
        ("Zebra", "the operations are AssociateTargetsWithJob, "),
    ] {
        let run = run_on("{}", &["request", wrong, "-"]);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        let message = format!("error: invalid value '{wrong}' for '<OPERATION>'\n");
        assert!(run.stderr.starts_with(&message), "{}", run.stderr);
        assert!(run.stderr.contains(suggested), "{}", run.stderr);
    }
}

#[test]
fn an_unreadable_file_is_exit_2() {
    let run = run_on("", &["request", "ListJobs", "missing.json"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert!(
        run.stderr.starts_with("error: cannot read missing.json: "),
        "{}",
        run.stderr
    );
    let run = run_on("", &["request", "ListJobs"]);
    assert_eq!(run.code, Some(2));
    let run = run_on("", &["request", "--help"]);
    assert!(run.stdout.contains("Exit codes:"), "{}", run.stdout);
}
