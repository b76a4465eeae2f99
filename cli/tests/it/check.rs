//! `check --format json`: a row for each input.

use crate::run::{files, run_in, run_on};

const AS_RESPONSE: [&str; 6] = [
    "check",
    "--as",
    "DescribeJobResponse",
    "--format",
    "json",
    "-",
];

#[test]
fn a_decoded_input_has_its_value_and_unknown_members() {
    for (shape, input, row) in [
        (
            "DescribeJobResponse",
            r#"{"job":{"createdAt":1549395301.389,"status":"SUCCEEDED","newMember":[1,{"a":null}],"documentParameters":{"b":"2","a":"1"}}}"#,
            r#""value":{"job":{"status":"SUCCEEDED","createdAt":1549395301.389,"documentParameters":{"a":"1","b":"2"},"newMember":[1,{"a":null}]}},"unknown":[{"path":"job.status","kind":"value"},{"path":"job.newMember","kind":"member"}],"violations":[{"path":"job.status","rule":"enum-value","severity":"warning","message":"\"SUCCEEDED\" is not a value that this version knows; it knows IN_PROGRESS, CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED","line":1,"column":45},{"path":"job.newMember","rule":"unknown-member","severity":"information","message":"this version knows no such member of Job","line":1,"column":57}]"#,
        ),
        (
            "DescribeJobResponse",
            "{}",
            r#""value":{},"unknown":[],"violations":[]"#,
        ),
        (
            "Job",
            "\n{ \"jobArn\" : \"\\u00e9\\u007f\", \"x\": [1.50, 1e400, 123456789012345678901234567890, -0] }\n",
            "\"value\":{\"jobArn\":\"é\u{7f}\",\"x\":[1.50,1e400,123456789012345678901234567890,-0]},\"unknown\":[{\"path\":\"x\",\"kind\":\"member\"}],\"violations\":[{\"path\":\"x\",\"rule\":\"unknown-member\",\"severity\":\"information\",\"message\":\"this version knows no such member of Job\",\"line\":2,\"column\":30}]",
        ),
        (
            "Tag",
            r#"{"Value":"v","Key":"k"}"#,
            r#""value":{"Key":"k","Value":"v"},"unknown":[],"violations":[]"#,
        ),
    ] {
        let run = run_on(input, &["check", "--as", shape, "--format", "json", "-"]);
        let row = format!("{{\"input\":\"-\",\"shape\":\"{shape}\",\"decoded\":true,{row}}}\n");
        assert_eq!(
            (run.stdout, run.stderr, run.code),
            (row, String::new(), Some(0))
        );
    }
}

#[test]
fn an_undecoded_input_has_an_error_with_its_position() {
    let nested = format!(
        r#"{{"job":{{"x":{}{}}}}}"#,
        "[".repeat(200),
        "]".repeat(200)
    );
    for (input, path, line, column, message) in [
        ("[]", "$", 1, 1, "expected an object, found an array"),
        ("", "$", 1, 1, "the text is empty, expected a JSON value"),
        (
            r#"{"job":[]}"#,
            "job",
            1,
            8,
            "expected an object, found an array",
        ),
        (
            r#"{"job":{"jobId":1}}"#,
            "job.jobId",
            1,
            17,
            "expected a string, found number 1",
        ),
        (
            r#"{"job":{"createdAt":"yesterday"}}"#,
            "job.createdAt",
            1,
            21,
            r#"expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset), found string \"yesterday\""#,
        ),
        (
            "{\n  \"job\": {\n    \"jobId\": \"a\",\n    \"jobId\": \"b\"\n  }\n}",
            "job.jobId",
            4,
            14,
            "this member appears twice",
        ),
        (
            r#"{"job":{"jobId":"a""#,
            "job",
            1,
            20,
            "the input ends while parsing an object",
        ),
        (
            r#"{"job":["#,
            "job",
            1,
            9,
            "the input ends while parsing an array",
        ),
        (
            r#"{"job":{"jobProcessDetails":{"numberOfFailedThings":1e400}}}"#,
            "job.jobProcessDetails.numberOfFailedThings",
            1,
            53,
            "expected a 32-bit integer, found number 1e400",
        ),
        ("{} x", "$", 1, 4, "found more text after the JSON value"),
    ] {
        let run = run_on(input, &AS_RESPONSE);
        let row = format!(
            "{{\"input\":\"-\",\"shape\":\"DescribeJobResponse\",\"decoded\":false,\"error\":{{\"path\":\"{path}\",\"line\":{line},\"column\":{column},\"message\":\"{message}\"}}}}\n"
        );
        assert_eq!(
            (run.stdout, run.stderr, run.code),
            (row, String::new(), Some(1)),
            "{input}"
        );
    }
    let run = run_on(nested, &AS_RESPONSE);
    let start = r#"{"input":"-","shape":"DescribeJobResponse","decoded":false,"error":{"path":"job.x[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]…","line":1,"column":"#;
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
    assert!(
        run.stdout
            .ends_with("\"message\":\"nested deeper than 127 levels\"}}\n"),
        "{}",
        run.stdout
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn invalid_utf8_is_an_error_with_its_position() {
    let run = run_on(b"{\"job\":{\"jobId\":\"a\xff\"}}", &AS_RESPONSE);
    assert_eq!(
        (run.stdout.as_str(), run.code),
        (
            "{\"input\":\"-\",\"shape\":\"DescribeJobResponse\",\"decoded\":false,\"error\":{\"path\":\"job.jobId\",\"line\":1,\"column\":19,\"message\":\"invalid UTF-8\"}}\n",
            Some(1)
        )
    );
}

#[test]
fn each_file_has_a_row() {
    let directory = files("check-files", &[("a.json", "{}"), ("b \"c\".json", "[]")]);
    let run = run_in(
        &directory,
        &[
            "check",
            "--as=Job",
            "--format=json",
            "a.json",
            "b \"c\".json",
        ],
    );
    let rows = [
        r#"{"input":"a.json","shape":"Job","decoded":true,"value":{},"unknown":[],"violations":[]}"#,
        r#"{"input":"b \"c\".json","shape":"Job","decoded":false,"error":{"path":"$","line":1,"column":1,"message":"expected an object, found an array"}}"#,
    ];
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), rows);
    assert_eq!(run.code, Some(1));
}
