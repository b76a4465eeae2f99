//! Runs that write the same output at the same time.
#![cfg(unix)]

use std::{
    io::Write,
    path::Path,
    process::{Child, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use super::{is_temporary, names_in};
use crate::run::{command, files};

/// Starts runs that wait for more input, after each has created its output.
pub(super) fn started<const N: usize>(directory: &Path, output: &[&str]) -> [Child; N] {
    let arguments = [&["convert", "--as=JobExecution", "-", "-o"], output].concat();
    let before = names_in(directory).len();
    let runs = [(); N].map(|()| {
        command(directory, &arguments)
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    });
    let start = Instant::now();
    while names_in(directory).len() < before + N {
        assert!(start.elapsed() < Duration::from_mins(1));
        sleep(Duration::from_millis(10));
    }
    runs
}

/// Ends the input of a run with a value; returns its messages and its exit code.
pub(super) fn end(mut run: Child, value: &str) -> (String, Option<i32>) {
    let mut stdin = run.stdin.take().unwrap();
    stdin.write_all(value.as_bytes()).unwrap();
    drop(stdin);
    let output = run.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    (stderr, output.status.code())
}

#[test]
fn the_second_of_two_runs_is_refused() {
    for (output, name) in [
        (&["out.csv"][..], "out.csv"),
        (&["out", "--partition=status"], "out"),
    ] {
        let directory = files("convert-two", &[]);
        let [first, second] = started(&directory, output);
        let written = end(first, r#"{"status":"FIRST"}"#);
        assert_eq!(written.1, Some(0), "{written:?}");
        let refused = end(second, r#"{"status":"SECOND"}"#);
        let message = format!(
            "error: cannot write {name}: another run has written it; --force replaces it\n"
        );
        assert_eq!(refused, (message, Some(2)));
        assert_eq!(names_in(&directory), [name]);
    }
    // A directory that was empty when both started.
    let directory = files("convert-two-empty", &[]);
    std::fs::create_dir(directory.join("out")).unwrap();
    let [first, second] = started(&directory, &["out", "--partition=status"]);
    assert_eq!(end(first, r#"{"status":"FIRST"}"#).1, Some(0));
    let refused = end(second, r#"{"status":"SECOND"}"#);
    let message = "error: cannot write out: another run has written it; --force replaces it\n";
    assert_eq!(refused, (message.to_owned(), Some(2)));
    assert_eq!(names_in(&directory.join("out")), ["status=FIRST"]);
}

#[test]
fn the_temporary_of_a_process_with_the_same_id_is_kept() {
    let directory = files("convert-same-id", &[("in", "{}\n")]);
    for (output, create) in [
        ("-o out.csv", "touch"),
        ("-o out --partition status", "mkdir"),
    ] {
        // The shell is replaced by the command, which has its process ID.
        let script = format!("set -- {output}; {create} .$2.$$.tmp");
        let run = crate::run::run_after(&directory, &script, "convert --as JobExecution in $@");
        assert_eq!(run.code, Some(0), "{}", run.stderr);
    }
    let names = names_in(&directory);
    let temporaries = names.iter().filter(|name| is_temporary(name));
    assert_eq!(temporaries.count(), 2, "{names:?}");
}

#[test]
fn a_long_name_has_a_temporary() {
    let directory = files("convert-long-name", &[("in", "{}\n")]);
    let name = format!("{}.csv", "ü".repeat(118));
    let run = super::convert(&directory, &["in", "-o", &name, "--strict"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(names_in(&directory), ["in", &name]);
}
