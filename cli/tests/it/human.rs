//! `check` for people.

use crate::run::{files, run_in, run_on};

#[test]
fn each_input_gives_a_short_block() {
    for (input, code, block) in [
        ("{}", 0, "<stdin>: ok, Job\n"),
        (
            r#"{"status":"NEW","a":1,"abortConfig":{"criteriaList":[],"b.c":2}}"#,
            0,
            "<stdin>: ok, Job with 2 unknown members and 1 unknown value\n\
             \x20 unknown value   status\n\
             \x20 unknown member  abortConfig[\"b.c\"]\n\
             \x20 unknown member  a\n",
        ),
        (
            "{\n  \"comment\": \"名前\", \"jobId\": 7\n}",
            1,
            "<stdin>:2:29: jobId: expected a string, found number 7\n\
             \x20 2 |   \"comment\": \"名前\", \"jobId\": 7\n\
             \x20   |                               ^\n",
        ),
        (
            "{\"jobId\":\r\n",
            1,
            "<stdin>:2:1: jobId: the input ends while parsing a value\n",
        ),
        (
            "{\"\u{1b}[31m\u{202e}\": 1}",
            1,
            "<stdin>:1:3: $: control character (\\u0000-\\u001F) found while parsing a string\n\
             \x20 1 | {\"␛[31m\u{fffd}\": 1}\n\
             \x20   |   ^\n",
        ),
        (
            r#"{"presignedUrlConfig":"https://h/p?X-Amz-Signature=f00"}"#,
            1,
            "<stdin>:1:23: presignedUrlConfig: expected an object, found string \"https://h/p\"…\n\
             \x20 1 | {\"presignedUrlConfig\":\"https://h/p?*******************\"}\n\
             \x20   |                       ^\n",
        ),
    ] {
        let run = run_on(input, &["check", "--as", "Job", "-"]);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            (block, "", Some(code))
        );
    }
}

#[test]
fn a_long_line_is_shown_around_the_column() {
    let name = "n".repeat(300);
    let run = run_on(
        format!("{{\"{name}\":\"{name}\",\"jobId\":7,\"{name}2\":1}}"),
        &["check", "--as", "Job", "-"],
    );
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "<stdin>:1:616: jobId: expected a string, found number 7",
            &format!(
                "  1 | …{}\",\"jobId\":7,\"{}…",
                "n".repeat(40),
                "n".repeat(27)
            ),
            &format!("    | {}^", " ".repeat(51)),
        ]
    );
}

#[test]
fn several_inputs_end_with_a_summary() {
    let directory = files("human-summary", &[("good", "{}"), ("bad", "[]")]);
    for (arguments, summary, code) in [
        (&["good"][..], None, 0),
        (&["good", "good"], Some("2 inputs: 2 ok"), 0),
        (&["good", "bad"], Some("2 inputs: 1 ok, 1 failed"), 1),
        (
            &["missing", "bad", "good"],
            Some("3 inputs: 1 ok, 1 failed, 1 unreadable"),
            2,
        ),
    ] {
        let run = run_in(&directory, &[&["check", "--as", "Job"], arguments].concat());
        let last = run.stdout.lines().last().unwrap();
        match summary {
            Some(summary) => assert_eq!(last, summary),
            None => assert_eq!(last, "good: ok, Job"),
        }
        assert_eq!(run.code, Some(code), "{arguments:?}");
    }
}

#[test]
fn the_name_of_a_file_is_shown_harmlessly() {
    let directory = files("human-name", &[("a\u{1b}[31m", "{}")]);
    let run = run_in(
        &directory,
        &["check", "--as", "Job", "a\u{1b}[31m", "b\u{7}"],
    );
    assert!(
        run.stdout.starts_with("a␛[31m: ok, Job\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr.starts_with("error: cannot read b␇: "),
        "{}",
        run.stderr
    );
}
