//! `--max-size` and `--max-findings`.

use serde_json::Value;

use crate::run::{files, run_in, run_on};

/// A document of one operation with this number of findings on one line.
fn document(findings: usize) -> String {
    let numbers = vec!["7"; findings].join(",");
    format!(r#"{{"operation":"x","path":"","args":[{numbers}]}}"#)
}

const HIDDEN: &str = "more findings are not shown; --max-findings raises the limit";

#[test]
fn a_thousand_findings_are_shown_unless_more_are_requested() {
    for (arguments, findings, shown) in [
        (&[][..], 1000, 1000),
        (&[], 1500, 1000),
        (&["--max-findings", "20"], 1500, 20),
        (&["--max-findings=4000"], 1500, 1500),
    ] {
        let check = |format: &'static str| {
            let all = [&["check", "--format", format, "-"], arguments].concat();
            let run = run_on(document(findings), &all);
            assert_eq!((run.stderr.as_str(), run.code), ("", Some(1)));
            run.stdout
        };
        let hidden = findings - shown;

        let human = check("human");
        assert!(human.starts_with(&format!("<stdin>: {findings} errors, ")));
        assert_eq!(human.matches("error[form]: args[").count(), shown);
        assert_eq!(
            human.contains(&format!("\n{hidden} {HIDDEN}\n")),
            hidden > 0
        );

        let json: Value = serde_json::from_str(&check("json")).unwrap();
        assert_eq!(json["violations"].as_array().map(Vec::len), Some(shown));
        let omitted = json.get("omittedViolations").and_then(Value::as_u64);
        assert_eq!(omitted.unwrap_or(0), hidden as u64);

        let sarif: Value = serde_json::from_str(&check("sarif")).unwrap();
        let run = &sarif["runs"][0];
        assert_eq!(run["results"].as_array().map(Vec::len), Some(shown));
        let notification = &run["invocations"][0]["toolExecutionNotifications"][0];
        let text = notification["message"]["text"].as_str().unwrap_or_default();
        let expected = format!("-: {hidden} {HIDDEN}");
        assert_eq!(text, if hidden > 0 { &expected } else { "" });

        let github = check("github");
        assert_eq!(github.matches("::error ").count(), shown);
        let notice = format!("::notice title=iot-jobs::{hidden} {HIDDEN}\n");
        assert_eq!(github.ends_with(&notice), hidden > 0);
    }
}

#[test]
fn errors_are_shown_before_warnings_are() {
    let job = r#"{"abortConfig":{"criteriaList":[]},"status":"NEW","jobId":""}"#;
    let run = run_on(
        job,
        &[
            "check",
            "--as=Job",
            "--max-findings=2",
            "--format=github",
            "-",
        ],
    );
    let found: Vec<_> = run
        .stdout
        .lines()
        .map(|line| line.split(' ').next())
        .collect();
    assert_eq!(
        found,
        [Some("::error"), Some("::error"), Some("::notice")],
        "{}",
        run.stdout
    );
}

#[test]
fn an_input_has_a_maximum_size() {
    let directory = files(
        "limits-size",
        &[("a.json", "[1234567]"), ("b.json", "[12345678]")],
    );
    let message = "it has more than 9 bytes; --max-size raises the limit";
    for arguments in [
        &["check", "--max-size=9", "."][..],
        &["check", "--max-size=9", "a.json", "b.json"],
    ] {
        let run = run_in(&directory, arguments);
        assert!(run.stdout.contains("a.json: ok, "), "{}", run.stdout);
        let file = if arguments.len() == 3 {
            "./b.json"
        } else {
            "b.json"
        };
        assert_eq!(
            (run.stderr, run.code),
            (format!("error: cannot read {file}: {message}\n"), Some(2))
        );
    }
    for arguments in [
        &["check", "--max-size=9", "-"][..],
        &["fmt", "--as=Job", "--max-size=9", "-"],
        &["request", "ListJobs", "--max-size=9", "-"],
    ] {
        let run = run_on("[12345678]", arguments);
        assert_eq!(
            (run.stdout.as_str(), run.stderr, run.code),
            (
                "",
                format!("error: cannot read standard input: {message}\n"),
                Some(2)
            ),
            "{arguments:?}"
        );
    }
    // Each line of a log is an input; the others are read after one that is too long.
    let log = "{\"a\": 1}\n".repeat(10);
    let arguments = ["fmt", "--as=Job", "--ndjson", "--max-size=8", "-"];
    let run = run_on(&log, &arguments);
    assert_eq!((run.stdout.lines().count(), run.code), (10, Some(0)));
    let run = run_on(log + "{\"abc\": 1}\n{}\n", &arguments);
    assert_eq!(run.stdout.lines().count(), 11);
    assert!(
        run.stderr.contains("the line is longer than 8 bytes"),
        "{}",
        run.stderr
    );
    assert_eq!(run.code, Some(1));
    // Of more than a mebibyte, too.
    let line = format!("{{\"a\":\"{}\"}}\n", "x".repeat(2_000_000));
    let run = run_on(&*line, &["check", "--as=Job", "--ndjson", "-"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("unknown member  a"), "{}", run.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_without_an_end_is_an_error() {
    let directory = files("limits-device", &[]);
    for arguments in [
        &["check", "/dev/zero"][..],
        &["check", "--as=Job", "/dev/zero"],
        &["check", "--as=Job", "--ndjson", "/dev/zero"],
        &["fmt", "--as=Job", "/dev/zero"],
        &["request", "ListJobs", "/dev/zero"],
    ] {
        let run = run_in(&directory, arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        let end = "has more than 16777216 bytes; --max-size raises the limit\n";
        assert!(
            run.stderr.starts_with("error: cannot read /dev/zero: "),
            "{}",
            run.stderr
        );
        assert!(run.stderr.ends_with(end), "{}", run.stderr);
    }
}

#[test]
fn the_largest_size_and_number_of_findings_are_checked_by_the_arguments() {
    for arguments in [
        &["check", "--max-size", "-1", "-"][..],
        &["check", "--max-size", "1T", "-"],
        &["check", "--max-size", "", "-"],
        &["check", "--max-findings", "x", "-"],
        &["check", "-", "-"],
        &["check", "--as=Job", "-", "a.json", "-"],
        &["fmt", "--as=Job", "-", "-"],
    ] {
        let run = run_on("", arguments);
        assert_eq!(
            (run.stdout.as_str(), run.code),
            ("", Some(2)),
            "{arguments:?}"
        );
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
    let run = run_on("{}", &["check", "-", "-"]);
    assert!(
        run.stderr
            .starts_with("error: standard input, `-`, is given more than once"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_is_beyond_the_maximum_is_counted() {
    let input = r#"{"a": 1, "b": 2, "c": 3, "status": "NEW", "jobId": "", "comment": 7}"#;
    let check = |max: &str, format| {
        let run = run_on(
            input.replace(r#", "comment": 7"#, ""),
            &[
                "check",
                "--as=Job",
                "--max-findings",
                max,
                "--format",
                format,
                "-",
            ],
        );
        assert_eq!(run.code, Some(1));
        run.stdout
    };
    for (max, shown, omitted, unknown, omitted_unknown) in [
        ("9", 5, None, 4, None),
        ("3", 3, Some(2), 3, Some(1)),
        ("0", 0, Some(5), 0, Some(4)),
    ] {
        let human = check(max, "human");
        let headline = "<stdin>: 1 error and 1 warning, Job with 3 unknown members\n";
        assert!(human.starts_with(headline), "{human}");
        let row: Value = serde_json::from_str(&check(max, "json")).unwrap();
        let number = |name: &str| row.get(name).and_then(Value::as_u64);
        assert_eq!(row["violations"].as_array().map(Vec::len), Some(shown));
        assert_eq!(number("omittedViolations"), omitted);
        assert_eq!(row["unknown"].as_array().map(Vec::len), Some(unknown));
        assert_eq!(number("omittedUnknown"), omitted_unknown);
    }
    let run = run_on(
        input,
        &[
            "check",
            "--as=Job",
            "--max-findings=0",
            "--deny=warnings",
            "-",
        ],
    );
    assert!(
        run.stdout.starts_with("<stdin>: 3 errors, Job"),
        "{}",
        run.stdout
    );
    let none = "6 findings are not shown; --max-findings raises the limit\n";
    assert!(run.stdout.contains(none), "{}", run.stdout);
}
