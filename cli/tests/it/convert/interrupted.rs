//! Runs that are interrupted.
#![cfg(unix)]

use std::{
    io::Write,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use super::{is_temporary, names_in};
use crate::run::{command, files};

/// A run that waits for more input, after it has created its output.
fn waiting(directory: &Path, output: &[&str]) -> Child {
    let arguments = [&["convert", "--as=JobExecution", "-", "-o"], output].concat();
    let mut child = command(directory, &arguments)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .as_mut()
        .unwrap()
        .write_all(b"{\"jobId\":\"a\"}\n")
        .unwrap();
    let start = Instant::now();
    while names_in(directory).is_empty() {
        assert!(start.elapsed() < Duration::from_mins(1));
        sleep(Duration::from_millis(10));
    }
    child
}

/// Whether a run that this process starts handles SIGHUP: on Linux, unless the tests are run by `nohup`.
fn is_hangup_handled() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.is_some_and(|mask| mask.ends_with(['0', '2', '4', '6', '8', 'a', 'c', 'e']))
}

#[test]
fn an_interrupt_leaves_nothing() {
    for output in [
        &["out.parquet"][..],
        &["out.csv"],
        &["out", "--partition=status"],
    ] {
        for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
            let directory = files("convert-interrupt", &[]);
            let mut child = waiting(&directory, output);
            let is_handled = signal != "HUP" || is_hangup_handled();
            // Otherwise `wait_with_output` closes it, and the run can end before it handles the signal.
            let stdin = child.stdin.take().filter(|_| is_handled);
            let kill = Command::new("kill")
                .args(["-s", signal, &child.id().to_string()])
                .status();
            assert!(kill.unwrap().success());
            let ended = child.wait_with_output().unwrap();
            drop(stdin);
            if !is_handled {
                continue;
            }
            assert_eq!(ended.status.code(), Some(code), "{output:?} {signal}");
            assert_eq!(names_in(&directory), [""; 0]);
        }
    }
}

#[test]
fn a_killed_run_leaves_no_file_with_the_name_of_the_output() {
    for output in [&["out.parquet"][..], &["out", "--partition=status"]] {
        let directory = files("convert-kill", &[]);
        let mut child = waiting(&directory, output);
        child.kill().unwrap();
        child.wait().unwrap();
        let names = names_in(&directory);
        let start = format!(".{}.", output[0]);
        let is_of_output = |name: &String| name.starts_with(&start) && is_temporary(name);
        assert!(
            names.len() == 1 && names.iter().all(is_of_output),
            "{names:?}"
        );
    }
}
