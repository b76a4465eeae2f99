//! Invalid usage, unreadable files, and help.

use crate::run::{files, run_in, run_on};

#[test]
fn an_unknown_shape_suggests_similar_names() {
    for (wrong, suggested) in [
        ("DescribeJobRespons", "'DescribeJobResponse'"),
        ("describe-job-respons", "'DescribeJobResponse'"),
        ("DescribeJobOutput", "'DescribeJobResponse'"),
        ("jobs", "'Job'"),
        ("JobExecutionState", "'device.JobExecutionState'"),
        ("Zebra", "`iot-jobs shapes`"),
    ] {
        for command in ["check", "fmt"] {
            let run = run_on("{}", &[command, "--as", wrong, "-"]);
            assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
            let message = format!("error: invalid value '{wrong}' for '--as <SHAPE>'\n");
            assert!(run.stderr.starts_with(&message), "{}", run.stderr);
            assert!(run.stderr.contains(suggested), "{}", run.stderr);
        }
    }
}

#[test]
fn arguments_in_messages_have_no_line_breaks() {
    for arguments in [
        &["check", "--foo\n::error::x"][..],
        &["check", "--as", "\n::error::x", "-"],
        &["check", "--topic", "\n::error::x", "-"],
        &["check", "--param", "\n::error::x", "-"],
        &["\n::error::x"],
    ] {
        let run = run_on("", arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        let command = run
            .stderr
            .lines()
            .find(|line| line.trim_start().starts_with("::"));
        assert_eq!(command, None, "{arguments:?}");
        assert!(run.stderr.contains("::error::x"), "{}", run.stderr);
    }
}

#[test]
fn invalid_usage_is_exit_2() {
    for arguments in [
        &[][..],
        &["check"],
        &["check", "--ndjson", "-"],
        &["check", "--as", "Job", "--param", "a=b", "-"],
        &["check", "--param", "a", "-"],
        &["check", "--param", "=b", "-"],
        &["check", "--deny", "errors", "-"],
        &["check", "--as", "Job"],
        &["check", "--as", "Job", "--format", "xml", "-"],
        &["fmt", "--as", "Job"],
        &["fmt", "--as", "Job", "--format", "json", "-"],
        &["shapes", "Job"],
        &["chek", "--as", "Job", "-"],
    ] {
        let run = run_on("", arguments);
        assert_eq!(
            (run.stdout.as_str(), run.code),
            ("", Some(2)),
            "{arguments:?}"
        );
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
}

#[test]
fn the_other_files_are_checked_after_a_missing_file() {
    let directory = files("usage-missing", &[("good", "{}"), ("bad", "[]")]);
    for (inputs, rows, code) in [
        (&["missing", "good"][..], 1, 2),
        (&["bad", "missing", "good"], 2, 2),
        (&[".", "good"], 1, 2),
        (&["missing"], 0, 2),
        (&["bad", "good"], 2, 1),
        (&["good"], 1, 0),
    ] {
        let arguments = [&["check", "--as", "Job", "--format", "json"], inputs].concat();
        let run = run_in(&directory, &arguments);
        assert_eq!((run.stdout.lines().count(), run.code), (rows, Some(code)));
        assert_eq!(run.stderr.starts_with("error: cannot read "), code == 2);
        // The number of the operating system error does not help a reader.
        assert!(!run.stderr.contains("os error"), "{}", run.stderr);
    }
}

#[test]
fn help_and_version_are_exit_0() {
    for (arguments, part) in [
        (&["--help"][..], "Exit codes:"),
        (&["help", "check"], "\nOutput:\n"),
        (&["convert", "--help"], "Examples:"),
        (&["explain", "--help"], "Examples:"),
        (&["fmt", "--help"], "Examples:"),
        (&["forecast", "--help"], "Examples:"),
        (&["policy", "--help"], "Examples:"),
        (&["shapes", "--help"], "Examples:"),
        (&["topic", "--help"], "Examples:"),
        (&["--version"], env!("CARGO_PKG_VERSION")),
    ] {
        let run = run_on("", arguments);
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
        assert!(run.stdout.contains(part), "{}", run.stdout);
    }
}
