//! Files that are given more than once.

use std::fs;

use super::{EXECUTIONS, convert, names_in, ndjson};
use crate::run::files;

#[test]
fn a_file_that_is_given_twice_is_refused() {
    let lines = ndjson(&EXECUTIONS);
    let directory = files("convert-repeated", &[("in.ndjson", &lines)]);
    fs::create_dir(directory.join("dir")).unwrap();
    fs::write(directory.join("dir/a.json"), &lines).unwrap();
    for (inputs, message) in [
        (
            &["in.ndjson", "dir", "in.ndjson"][..],
            "in.ndjson: it is given more than once",
        ),
        (
            &["in.ndjson", "./dir/../in.ndjson"],
            "./dir/../in.ndjson: it is the same file as in.ndjson",
        ),
        (
            &["dir", "dir/a.json"],
            "dir/a.json: it is given more than once",
        ),
        (
            &["dir/a.json", "dir/"],
            "dir/a.json: it is given more than once",
        ),
        (
            &["./dir", "dir/a.json"],
            "dir/a.json: it is the same file as ./dir/a.json",
        ),
        (
            &["dir", "."],
            "./dir/a.json: it is the same file as dir/a.json",
        ),
    ] {
        let run = convert(&directory, &[inputs, &["-o", "out.csv"]].concat());
        let message = format!("error: cannot read {message}\n");
        assert_eq!((run.stderr, run.code), (message, Some(2)), "{inputs:?}");
        assert_eq!(names_in(&directory), ["dir", "in.ndjson"]);
    }
    // Another file with the same content.
    let run = convert(&directory, &["in.ndjson", "dir", "-o", "out.csv"]);
    let summary = "out.csv: 6 rows from 2 files\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(0)));
}

#[cfg(unix)]
#[test]
fn a_file_with_two_names_is_refused() {
    let directory = files("convert-two-names", &[("in.ndjson", &ndjson(&EXECUTIONS))]);
    std::os::unix::fs::symlink("in.ndjson", directory.join("link.ndjson")).unwrap();
    let refused = "error: cannot read ./link.ndjson: it is the same file as ./in.ndjson\n";
    let run = convert(&directory, &[".", "-o", "out.csv"]);
    assert_eq!((run.stderr.as_str(), run.code), (refused, Some(2)));
    let arguments = [".", "--exclude=link.ndjson", "-o", "out.csv"];
    assert_eq!(convert(&directory, &arguments).code, Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn standard_input_is_read_once() {
    let directory = files(
        "convert-stdin-twice",
        &[("in.ndjson", &ndjson(&EXECUTIONS))],
    );
    for (inputs, message) in [
        (
            "- in.ndjson <in.ndjson",
            "in.ndjson: it is also standard input",
        ),
        (
            "in.ndjson - <in.ndjson",
            "standard input: it is the same file as in.ndjson",
        ),
        (
            "- /dev/stdin <in.ndjson",
            "/dev/stdin: it is also standard input",
        ),
    ] {
        let arguments = format!("convert --as JobExecution -o out.csv {inputs}");
        let run = crate::run::run_after(&directory, "true", &arguments);
        let message = format!("error: cannot read {message}\n");
        assert_eq!((run.stderr, run.code), (message, Some(2)), "{inputs}");
    }
    assert_eq!(names_in(&directory), ["in.ndjson"]);
}
