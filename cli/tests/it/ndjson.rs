//! `--ndjson`: each line is an input.

use crate::run::{files, run_in, run_on};

const LOG: &str = "{\"jobId\":\"a\"}\n{\"jobId\":7}\r\n\n{\"jobId\":\"c\",\"n\":1.50}";

#[test]
fn the_lines_after_an_invalid_line_are_checked() {
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
        r#"{"input":"log:4","shape":"JobSummary","decoded":true,"value":{"jobId":"c","n":1.50},"unknown":[{"path":"n","kind":"member"}],"violations":[{"path":"n","rule":"unknown-member","severity":"information","message":"this version knows no such member of JobSummary","line":4,"column":14}]}"#,
    ];
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), rows);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(1)));
}

#[test]
fn the_human_report_shows_the_invalid_line() {
    let run = run_on(LOG, &["check", "--as", "JobSummary", "--ndjson", "-"]);
    assert_eq!(
        run.stdout,
        "<stdin>:2: 1 error, JobSummary\n\
         error[decode]: jobId\n \
         --> <stdin>:2:10\n  \
         |\n\
         2 | {\"jobId\":7}\n  \
         |          ^ expected a string, found number 7\n\n\
         <stdin>:4: ok, JobSummary with 1 unknown member\n\
         \x20 unknown member  n\n\
         <stdin>: 1 line ok, JobSummary\n\
         3 inputs: 2 ok, 1 with errors\n"
    );
}

#[test]
fn a_line_that_is_too_long_is_an_error() {
    let filler = "x".repeat((1 << 20) + 1);
    let log = format!("{{}}\n{{\"jobId\":\"{filler}\"}}\n{{\"jobId\":7}}\n{{}}\n");
    let run = run_on(
        log,
        &["check", "--as=JobSummary", "--max-size=1M", "--ndjson", "-"],
    );
    let shown = format!("2 | {{\"jobId\":\"{}...", "x".repeat(83));
    assert_eq!(
        run.stdout.lines().collect::<Vec<_>>(),
        [
            "<stdin>:2: 1 error, JobSummary",
            "error[decode]: $",
            " --> <stdin>:2:1",
            "  |",
            &shown,
            "  | ^ the line is longer than 1048576 bytes",
            "",
            "<stdin>:3: 1 error, JobSummary",
            "error[decode]: jobId",
            " --> <stdin>:3:10",
            "  |",
            "3 | {\"jobId\":7}",
            "  |          ^ expected a string, found number 7",
            "",
            "<stdin>: 2 lines ok, JobSummary",
            "4 inputs: 2 ok, 2 with errors",
        ]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn line_numbers_are_those_of_the_file() {
    let log = "{}\n\n{\"comment\":\"c\",\"jobId\":\"a b\"}\n";
    let arguments = ["check", "--as=Job", "--ndjson", "-"];
    let run = run_on(log, &[&arguments[..], &["--format=json"]].concat());
    let row = r#"{"input":"-:3","shape":"Job","decoded":true,"value":{"jobId":"a b","comment":"c"},"unknown":[],"violations":[{"path":"jobId","rule":"pattern","severity":"error","message":"' ' (character 2) is not allowed here: the whole has to match [a-zA-Z0-9_-]+","line":3,"column":24}]}"#;
    assert_eq!(run.stdout.lines().last(), Some(row));
    let run = run_on(log, &arguments);
    let block = "error[pattern]: jobId\n \
                 --> <stdin>:3:24\n  \
                 |\n\
                 3 | {\"comment\":\"c\",\"jobId\":\"a b\"}\n  \
                 |                        ^^^^^ ' ' (character 2) is not allowed here";
    assert!(run.stdout.contains(block), "{}", run.stdout);
    assert_eq!(run.code, Some(1));
}

#[test]
fn the_other_files_are_read_after_an_unreadable_file() {
    let directory = files("ndjson-missing", &[("log", "{}\n")]);
    let run = run_in(
        &directory,
        &["check", "--as=Job", "--ndjson", ".", "missing", "log"],
    );
    assert_eq!(
        run.stdout,
        "log: 1 line ok, Job\n3 inputs: 1 ok, 2 unreadable\n"
    );
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
    assert_eq!(run.code, Some(2));
}

#[test]
fn many_valid_lines_of_a_file_are_one_line() {
    let valid = "{}\n".repeat(1000);
    let directory = files("ndjson-valid", &[("a", &valid), ("b", &valid), ("c", "{")]);
    let check = |arguments: &[&str]| {
        let all = [&["check", "--as=Job", "--ndjson"], arguments].concat();
        let run = run_in(&directory, &all);
        (run.stdout, run.code)
    };
    let one = "a: 1000 lines ok, Job\n1000 inputs: 1000 ok\n";
    assert_eq!(check(&["a"]), (one.to_owned(), Some(0)));
    let two = "a: 1000 lines ok, Job\nb: 1000 lines ok, Job\n2000 inputs: 2000 ok\n";
    assert_eq!(check(&["a", "b"]), (two.to_owned(), Some(0)));
    let (mixed, code) = check(&["a", "c", "b"]);
    assert!(
        mixed.starts_with("a: 1000 lines ok, Job\nc:1: 1 error, Job\n"),
        "{mixed}"
    );
    let end = "\nb: 1000 lines ok, Job\n2001 inputs: 2000 ok, 1 with errors\n";
    assert!(mixed.ends_with(end), "{mixed}");
    assert_eq!(code, Some(1));
}
