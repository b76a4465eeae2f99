//! The threads that decode.

use super::{EXECUTIONS, convert, ndjson};
use crate::run::files;

#[cfg(target_os = "linux")]
#[test]
fn a_thread_that_cannot_be_started_is_an_error() {
    use super::names_in;
    use crate::run::run_with;

    let directory = files("convert-thread", &[("in.ndjson", &ndjson(&EXECUTIONS))]);
    for output in [&["out.csv"][..], &["out", "--partition=status"]] {
        let arguments = ["convert", "--as=JobExecution", "in.ndjson", "-o"];
        let arguments = [&arguments, output].concat();
        // More than the addresses of a process, for each thread.
        let run = run_with(
            &directory,
            &[("RUST_MIN_STACK", "1000000000000000")],
            &arguments,
        );
        let message = "error: cannot start a thread: Resource temporarily unavailable\n";
        assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
        assert_eq!(names_in(&directory), ["in.ndjson"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn threads_that_were_started_end_if_another_cannot_be() {
    let directory = files(
        "convert-threads-end",
        &[("in.ndjson", &ndjson(&EXECUTIONS))],
    );
    let arguments = "convert --as JobExecution in.ndjson -o out.csv --threads 256";
    // Enough for some of the stacks, of 2 MiB each.
    let run = crate::run::run_after(&directory, "ulimit -v 400000", arguments);
    let message = "error: cannot start a thread: Resource temporarily unavailable\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    assert_eq!(super::names_in(&directory), ["in.ndjson"]);
}

#[test]
fn the_largest_number_of_threads_is_used() {
    let directory = files(
        "convert-many-threads",
        &[("in.ndjson", &ndjson(&EXECUTIONS))],
    );
    let arguments = ["in.ndjson", "-o", "out.csv", "--threads=256"];
    let run = convert(&directory, &arguments);
    let summary = "out.csv: 3 rows from 1 file\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(0)));
}
