//! `check --format human`.

use std::path::Path;

use crate::run::{command, files, run_in, run_on};

#[test]
fn an_input_has_a_headline_and_its_findings() {
    for (input, code, block) in [
        ("{}", 0, "<stdin>: ok, Job\n"),
        (
            r#"{"abortConfig":{"b.c":2},"a":1,"status":"NEW"}"#,
            1,
            "<stdin>: 1 error and 1 warning, Job with 2 unknown members\n\
             error[decode]: abortConfig.criteriaList\n \
             --> <stdin>:1:16\n  \
             |\n\
             1 | {\"abortConfig\":{\"b.c\":2},\"a\":1,\"status\":\"NEW\"}\n  \
             |                ^ this required member is missing\n\n\
             warning[enum-value]: status\n \
             --> <stdin>:1:41\n  \
             |\n\
             1 | {\"abortConfig\":{\"b.c\":2},\"a\":1,\"status\":\"NEW\"}\n  \
             |                                         ^^^^^ \"NEW\" is not a value that this version knows; it knows \
             IN_PROGRESS, CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED\n\n\
             \x20 unknown member  abortConfig[\"b.c\"]\n\
             \x20 unknown member  a\n",
        ),
        (
            r#"{"a.b":1,"status":"NEW","jobProcessDetails":{"c":2}}"#,
            0,
            "<stdin>: 1 warning, Job with 2 unknown members\n\
             warning[enum-value]: status\n \
             --> <stdin>:1:19\n  \
             |\n\
             1 | {\"a.b\":1,\"status\":\"NEW\",\"jobProcessDetails\":{\"c\":2}}\n  \
             |                   ^^^^^ \"NEW\" is not a value that this version knows; it knows \
             IN_PROGRESS, CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED\n\n\
             \x20 unknown member  [\"a.b\"]\n\
             \x20 unknown member  jobProcessDetails.c\n",
        ),
        (
            "{\n  \"comment\": \"名前\", \"jobId\": 7\n}",
            1,
            "<stdin>: 1 error, Job\n\
             error[decode]: jobId\n \
             --> <stdin>:2:29\n  \
             |\n\
             2 |   \"comment\": \"名前\", \"jobId\": 7\n  \
             |                               ^ expected a string, found number 7\n\n",
        ),
        (
            "{\"jobId\":\r\n",
            1,
            "<stdin>: 1 error, Job\n\
             error[decode]: jobId: the input ends while parsing a value\n\
             --> <stdin>:2:1\n\n",
        ),
        (
            "{\"\u{1b}[31m\u{202e}\": 1}",
            1,
            "<stdin>: 1 error, Job\n\
             error[decode]: $\n \
             --> <stdin>:1:3\n  \
             |\n\
             1 | {\"␛[31m\u{fffd}\": 1}\n  \
             |   ^ a control character (U+0000 to U+001F) in a string; escape it\n\n",
        ),
        (
            r#"{"presignedUrlConfig":"https://h/p?X-Amz-Signature=f00"}"#,
            1,
            "<stdin>: 1 error, Job\n\
             error[decode]: presignedUrlConfig\n \
             --> <stdin>:1:23\n  \
             |\n\
             1 | {\"presignedUrlConfig\":\"https://h/p?*******************\"}\n  \
             |                       ^ expected an object, found string \"https://h/p\"…\n\n",
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
fn a_long_line_is_cut_around_the_column() {
    let name = "n".repeat(300);
    let run = run_on(
        format!("{{\"{name}\":\"{name}\",\"jobId\":7,\"{name}2\":1}}"),
        &["check", "--as", "Job", "-"],
    );
    let lines: Vec<_> = run.stdout.lines().collect();
    let unknown = format!("  unknown member  {}…", "n".repeat(64));
    assert_eq!(
        lines,
        [
            "<stdin>: 1 error, Job with 2 unknown members",
            "error[decode]: jobId",
            " --> <stdin>:1:616",
            "  |",
            &format!(
                "1 | ...{}\",\"jobId\":7,\"{}...",
                "n".repeat(17),
                "n".repeat(60)
            ),
            "  |                               ^ expected a string, found number 7",
            "",
            &unknown,
            &unknown,
        ]
    );
}

#[test]
fn several_inputs_end_with_a_summary() {
    let directory = files(
        "human-summary",
        &[
            ("good", "{}"),
            ("bad", "[]"),
            ("unknown", r#"{"status":"NEW"}"#),
        ],
    );
    for (arguments, summary, code) in [
        (&["good"][..], None, 0),
        (&["good", "good"], Some("2 inputs: 2 ok"), 0),
        (
            &["unknown", "good"],
            Some("2 inputs: 1 ok, 1 with warnings"),
            0,
        ),
        (&["good", "bad"], Some("2 inputs: 1 ok, 1 with errors"), 1),
        (
            &["missing", "bad", "good"],
            Some("3 inputs: 1 ok, 1 with errors, 1 unreadable"),
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
fn control_characters_in_file_names_are_escaped() {
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

#[test]
fn quiet_output_has_only_inputs_with_errors_or_warnings() {
    let directory = files(
        "human-quiet",
        &[
            ("good", "{}"),
            ("new", r#"{"new": 1}"#),
            ("unknown", r#"{"status":"NEW"}"#),
            ("bad", "7"),
        ],
    );
    let check = |arguments: &[&str]| {
        let run = run_in(&directory, &[&["check", "--as=Job"], arguments].concat());
        (run.stdout, run.code)
    };
    for quiet in ["-q", "--quiet"] {
        assert_eq!(check(&[quiet, "good", "new"]), (String::new(), Some(0)));
        let (human, code) = check(&[quiet, "good", "unknown", "bad", "new"]);
        let headlines: Vec<_> = human.lines().filter(|it| it.ends_with(", Job")).collect();
        assert_eq!(headlines, ["unknown: 1 warning, Job", "bad: 1 error, Job"]);
        assert!(!human.contains("inputs"), "{human}");
        assert_eq!(code, Some(1));
    }
    for (format, rows) in [("json", 1), ("github", 1)] {
        let (found, code) = check(&["-q", "--format", format, "good", "new", "bad"]);
        assert_eq!((found.lines().count(), code), (rows, Some(1)), "{found}");
    }
}

#[test]
fn colors_are_never_or_always_used_on_request() {
    for (arguments, colors) in [
        (&["check", "--as=Job", "-"][..], false),
        (&["--color=always", "check", "--as=Job", "-"], true),
        (&["check", "--as=Job", "--color", "always", "-"], true),
        (&["check", "--as=Job", "--color", "never", "-"], false),
        (&["shapes", "--color=always"], true),
        (&["shapes", "--color=auto"], false),
    ] {
        let run = run_on("{}", arguments);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(run.stdout.contains("\u{1b}["), colors, "{arguments:?}");
    }
    // `auto` uses colors where the environment says so, and NO_COLOR has precedence over that.
    for (variables, colors) in [
        (&["CLICOLOR_FORCE"][..], true),
        (&["NO_COLOR"], false),
        (&["CLICOLOR_FORCE", "NO_COLOR"], false),
    ] {
        let output = command(Path::new("."), &["shapes"])
            .envs(variables.iter().map(|name| (name, "1")))
            .output()
            .unwrap();
        let escapes = output.stdout.contains(&0x1b);
        assert_eq!(escapes, colors, "{variables:?}");
    }
}
