//! Invalid usage.

use super::forecast;

/// Checks that each of these arguments is invalid usage, with its message.
fn assert_invalid(rows: &[(&[&str], &str)]) {
    for (arguments, message) in rows {
        let run = forecast(&[&["create-job.json"], *arguments].concat());
        assert_eq!(
            (run.stdout.as_str(), run.code),
            ("", Some(2)),
            "{arguments:?}"
        );
        assert!(
            run.stderr.contains(message),
            "{arguments:?}: {}",
            run.stderr
        );
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
}

#[test]
fn numbers_that_are_not_possible_are_invalid_usage() {
    assert_invalid(&[
        (&[], "--things <N>"),
        (
            &["--things=0"],
            "0 is not a whole number from 1 to 100000000",
        ),
        (
            &["--things=99999999999"],
            "99999999999 is not a whole number from 1 to 100000000",
        ),
        (
            &["--things", "-5"],
            "-5 is not a whole number from 1 to 100000000",
        ),
        (
            &["--things=9", "--seed", "-1"],
            "-1 is not a whole number from 0 to",
        ),
        (
            &["--things=9", "--fail", "-1%"],
            "expected a share, such as 3% or 0.03",
        ),
        (&["--things=9", "--work", "-5m"], "expected a duration"),
        (&["--things=1k"], "invalid value '1k' for '--things <N>'"),
        (&["--things=9", "--fail=3"], "is 3 a percentage? Write 3%"),
        (
            &["--things=9", "--fail=-3%"],
            "expected a share, such as 3% or 0.03",
        ),
        (
            &["--things=9", "--fail=60%", "--reject=50%"],
            "--fail and --reject: 110% fail, are rejected or time out",
        ),
        (
            &["--things=9", "--retry-fail=60%", "--timeout=50%"],
            "--retry-fail and --timeout: 110%",
        ),
        (
            &["--things=9", "--online=60%", "--unreachable=50%"],
            "--online and --unreachable: 60% online and 50% unreachable",
        ),
        (&["--things=9", "--reconnect=5m"], "--online <SHARE>"),
        (
            &["--things=9", "--online=50%"],
            "--online: 50% of the things are offline: give the time until they come online with --reconnect, or",
        ),
        (
            &["--things=9", "--online=100%", "--reconnect=1h"],
            "--reconnect: no thing comes online later",
        ),
        (
            &[
                "--things=9",
                "--online=90%",
                "--unreachable=10%",
                "--reconnect=1h",
            ],
            "--reconnect: no thing comes online later",
        ),
        (
            &["--things=9", "--work=5"],
            "5 has no unit: write 5s, 5m, 5h or 5d",
        ),
        (
            &["--things=9", "--work=20m..5m"],
            "the second duration is shorter than the first",
        ),
        (&["--things=9", "--delay=20m~5m"], "95% up to the second"),
        (
            &["--things=9", "--step-timeout=90s"],
            "--step-timeout: expected whole minutes",
        ),
        (&["--things=9", "--step-timeout=20000m"], "--step-timeout: "),
        (
            &["--things=9", "--joining=100001"],
            "100001 is not a whole number from 0 to 100000",
        ),
    ]);
}

#[test]
fn values_that_are_not_possible_are_invalid_usage() {
    assert_invalid(&[
        (
            &["--things=9", "--start=tomorrow"],
            "expected a time such as 2027-03-01T08:00:00Z",
        ),
        (
            &["--things=9", "--start=0000-01-01T00:00:00Z"],
            "expected a year from 1970 to 9997",
        ),
        (
            &["--things=9", "--start=9998-01-01T00:00:00Z"],
            "expected a year from 1970 to 9997",
        ),
        (&["--things=9", "--reading=pacing"], "expected NAME=VALUE"),
        (
            &[
                "--things=9",
                "--reading=pacing=even",
                "--reading=pacing=batches",
            ],
            "--reading pacing=batches contradicts --reading pacing=even",
        ),
        (
            &["--things=9", "--reading=pace=even"],
            "there is no open point \"pace\"",
        ),
        (
            &["--things=9", "--reading=pacing=odd"],
            "pacing has no value \"odd\": write batches or even",
        ),
        (
            &["--things=9", "--as=UpdateJob"],
            "expected a shape with the settings of a rollout",
        ),
        (
            &["--things=9", "--format=svg"],
            "[possible values: human, json, csv]",
        ),
        (
            &["--things=9", "--what-if=abortConfig.x=7"],
            "--what-if abortConfig.x=7: `x` is not a member of AbortConfig; its members are criteriaList",
        ),
        (
            &[
                "--things=9",
                "--set=timeoutConfig.inProgressTimeoutInMinute=7",
            ],
            "did you mean `inProgressTimeoutInMinutes`?",
        ),
        (
            &["--things=9", "--plot=create-job.json"],
            "--plot create-job.json: pictures are SVG: the name of the file has to end with .svg",
        ),
        (
            &["--things=9", "--plot=plot.png"],
            "--plot plot.png: pictures are SVG",
        ),
        (
            &["--things=9", "--plot=-", "--format=json"],
            "--plot -: standard output is that of --format json or csv",
        ),
        (
            &["--things=9", "--plot=-", "--format=csv"],
            "--plot -: standard output is that of --format json or csv",
        ),
        (
            &["--things=9", "--set=timeoutConfig"],
            "expected PATH=VALUE",
        ),
    ]);
}

#[test]
fn help_explains_the_words_of_the_output() {
    let help = forecast(&["--help"]).stdout;
    for words in [
        "A reading is one way to read",
        "Touched are the things",
        "the things whose last execution ended so",
        "the default is that of --fail",
        "`1` is refused",
        "the job starts then, or at its `startTime` if that is",
        "spared are those",
        "Retries dropped were",
        "`settledAt` is when",
        "what the failures are divided by",
        "write 100% or 1.0 for all: `1` is refused",
        "The results of first executions have the given shares exactly",
        "A forecast goes up to two years after the start of the job.",
        "horizon (the job goes on after two years)",
        "The last target notified is the last of --things",
        "`rolledOutAt` is when the last target is notified",
        "also if the job has no timeout",
        "Reject an input of more than SIZE bytes",
        "a template is forecast as a CONTINUOUS job",
    ] {
        // A sentence may go on in the next line.
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains(words), "{words}");
    }
    assert!(!help.contains("--ndjson"), "{help}");
    assert!(!help.contains("on each line"), "{help}");
    let after = help.split("\nExamples:\n").nth(1).unwrap();
    for line in after.lines() {
        assert!(line.chars().count() <= 115, "{line}");
    }
}

#[test]
fn files_that_cannot_be_read_or_written_are_exit_2() {
    let run = forecast(&["missing.json", "--things=9"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert!(run.stderr.starts_with("error: cannot read missing.json: "));
    let run = forecast(&["create-job.json", "--things=9", "--plot=missing/a.svg"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .starts_with("error: cannot write missing/a.svg: ")
    );
    assert!(run.stdout.starts_with("create-job.json: "));
}

#[test]
fn a_dated_setting_needs_a_start() {
    let run = forecast(&["windows.json", "--things=9"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert_eq!(
        run.stderr,
        "error: schedulingConfig.endTime is a date, and the input has no start time: give the time of the \
         creation with --start, such as --start 2027-03-01T08:00:00Z\n"
    );
    let run = forecast(&[
        "windows.json",
        "--things=9",
        "--set=schedulingConfig.endTime=null",
        "--set=schedulingConfig.endBehavior=null",
    ]);
    let message = "error: schedulingConfig.maintenanceWindows needs a date, and the input has no start time: ";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
}
