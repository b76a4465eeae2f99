//! `--ndjson`: each line is an input.

use crate::run::{files, run_in, run_on};

const LOG: &str = "{\"jobId\":\"a\"}\n{\"jobId\":7}\r\n\n{\"jobId\":\"c\",\"n\":1.50}";

#[test]
fn reading_goes_on_behind_a_bad_line() {
    let directory = files("ndjson-rows", &[("log", LOG)]);
    let run = run_in(
        &directory,
        &[
            "check",
            "--as=JobSummary",
            "--ndjson",
            "--format=json",
            "log",
        ],
    );
    let rows = [
        r#"{"input":"log:1","shape":"JobSummary","decoded":true,"value":{"jobId":"a"},"unknown":[],"violations":[]}"#,
        r#"{"input":"log:2","shape":"JobSummary","decoded":false,"error":{"path":"jobId","line":2,"column":10,"message":"expected a string, found number 7"}}"#,
        r#"{"input":"log:4","shape":"JobSummary","decoded":true,"value":{"jobId":"c","n":1.50},"unknown":[{"path":"n","kind":"member"}],"violations":[]}"#,
    ];
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), rows);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(1)));
}

#[test]
fn people_see_the_bad_line() {
    let run = run_on(LOG, &["check", "--as", "JobSummary", "--ndjson", "-"]);
    assert_eq!(
        run.stdout,
        "<stdin>:1: ok, JobSummary\n\
         <stdin>:2:10: jobId: expected a string, found number 7\n\
         \x20 2 | {\"jobId\":7}\n\
         \x20   |          ^\n\
         <stdin>:4: ok, JobSummary with 1 unknown member\n\
         \x20 unknown member  n\n\
         3 inputs: 2 ok, 1 failed\n"
    );
}

#[test]
fn a_line_above_the_cap_is_an_error_of_its_own() {
    let filler = "x".repeat((1 << 20) + 1);
    let log = format!("{{}}\n{{\"jobId\":\"{filler}\"}}\n{{\"jobId\":7}}\n{{}}\n");
    let run = run_on(log, &["check", "--as=JobSummary", "--ndjson", "-"]);
    let shown = format!("  2 | {{\"jobId\":\"{}…", "x".repeat(70));
    assert_eq!(
        run.stdout.lines().collect::<Vec<_>>(),
        [
            "<stdin>:1: ok, JobSummary",
            "<stdin>:2:1: $: the line is longer than 1048576 bytes",
            &shown,
            "    | ^",
            "<stdin>:3:10: jobId: expected a string, found number 7",
            "  3 | {\"jobId\":7}",
            "    |          ^",
            "<stdin>:4: ok, JobSummary",
            "4 inputs: 2 ok, 2 failed",
        ]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_file_that_cannot_be_read_keeps_no_other_from_it() {
    let directory = files("ndjson-missing", &[("log", "{}\n")]);
    let run = run_in(
        &directory,
        &["check", "--as=Job", "--ndjson", ".", "missing", "log"],
    );
    assert_eq!(run.stdout, "log:1: ok, Job\n3 inputs: 1 ok, 2 unreadable\n");
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
    assert_eq!(run.code, Some(2));
}
