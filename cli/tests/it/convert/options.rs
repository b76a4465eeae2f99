//! Options that are refused.

use crate::run::{files, run_in};

#[test]
fn options_that_do_not_fit_are_refused() {
    let directory = files("convert-options", &[("in", "")]);
    for (arguments, message) in [
        (
            &["in", "-o", "out"][..],
            "--output out: the name has none of the extensions .parquet, .arrow and .csv: give --format",
        ),
        (
            &["in", "-o", "-", "--format=csv"],
            "--output -: give --errors FILE for the values that do not decode, or --strict",
        ),
        (
            &["in", "-o", "out.parquet", "--format=csv"],
            "--format csv: the name out.parquet is that of a file of format parquet",
        ),
        (
            &["in", "-o", ".", "--partition=status"],
            "--output .: expected the name of a directory, which --partition creates",
        ),
        (
            &["in", "-o", "..", "--partition=status"],
            "--output ..: expected the name of a directory, which --partition creates",
        ),
        (
            &["in", "-o", "/", "--partition=status"],
            "--output /: expected the name of a directory, which --partition creates",
        ),
        (
            &["in", "-o", "out.csv", "--errors", "-"],
            "--errors -: expected the name of a file",
        ),
        (
            &["in", "-o", "-", "--partition=status"],
            "--partition writes a directory, not standard output",
        ),
        (
            &["in", "-o", "out.csv", "--partition=status"],
            "--partition writes Parquet only",
        ),
        (
            &["in", "-o", "out", "--format=arrow", "--partition=status"],
            "--partition writes Parquet only",
        ),
        (
            &["-", "-", "-o", "out.csv"],
            "standard input, `-`, is given more than once and can be read only once",
        ),
        (
            &["in", "-o", "out.csv", "--partition=hour(a)"],
            "invalid value 'hour(a)' for '--partition <COLUMN>': expected the name of a column, such as status, or day(COLUMN)",
        ),
        (
            &["in", "-o", "out.csv", "--threads=0"],
            "invalid value '0' for '--threads <N>': expected 1 to 256",
        ),
        (
            &["in", "-o", "out.csv", "--threads=257"],
            "invalid value '257' for '--threads <N>': expected 1 to 256",
        ),
        (
            &["in", "-o", "out.csv", "--threads=all"],
            "invalid value 'all' for '--threads <N>': expected 1 to 256",
        ),
        (
            &["in", "-o", "out.csv", "--max-size=0"],
            "invalid value '0' for '--max-size <SIZE>': expected 1 byte or more, such as 65536, 64K or 16M",
        ),
        (
            &["in", "-o", "out.csv", "--strict", "--errors=e"],
            "the argument '--strict' cannot be used with '--errors <FILE>'",
        ),
        (
            &["in", "-o", "out.csv", "--format=xml"],
            "invalid value 'xml' for '--format <FORMAT>'",
        ),
    ] {
        let run = run_in(
            &directory,
            &[&["convert", "--as=JobExecution"], arguments].concat(),
        );
        let start = format!("error: {message}\n");
        assert!(
            run.stderr.starts_with(&start) && run.stderr.contains("--help"),
            "{}",
            run.stderr
        );
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    }
    for arguments in [
        &["convert", "in", "-o", "out.csv"][..],
        &["convert", "--as=JobExecution", "in"],
        &["convert", "--as=JobExecution", "-o", "out.csv"],
    ] {
        assert_eq!(run_in(&directory, arguments).code, Some(2));
    }
}

#[test]
fn help_says_what_engines_need() {
    let run = run_in(&files("convert-help", &[]), &["convert", "--help"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    for part in [
        "iot-jobs schema --format athena --partition COLUMN",
        "Athena and Spark ignore only names that start with _ or a dot",
    ] {
        assert!(run.stdout.contains(part), "{}", run.stdout);
    }
}
