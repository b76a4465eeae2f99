//! Closed pipes, a full disk, and output before the end of the input.

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::Stdio,
};

use crate::run::command;

#[test]
fn a_closed_pipe_is_not_an_error() {
    let log = "{\"jobId\":\"a\"}\n".repeat(20_000);
    for arguments in [
        &["check", "--as", "JobSummary", "--ndjson", "-"][..],
        &["check", "--as=JobSummary", "--ndjson", "--format=json", "-"],
        &["fmt", "--as", "JobSummary", "--ndjson", "-"],
        &["shapes"],
        &["shapes", "--format", "json"],
    ] {
        let mut child = command(Path::new("."), arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Closed before the command has input, so that its first write fails.
        drop(child.stdout.take());
        // Writing fails once the command has ended.
        let _ = child.stdin.take().unwrap().write_all(log.as_bytes());
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (stderr.as_str(), output.status.code()),
            ("", Some(0)),
            "{arguments:?}"
        );
    }
}

#[test]
fn the_output_of_a_line_is_flushed_before_the_next_line_is_read() {
    for (arguments, line) in [
        // Lines without findings are reported at the end.
        (
            &["check", "--as", "JobSummary", "--ndjson", "-"][..],
            "{\"new\": 1}\n",
        ),
        (
            &["check", "--as=JobSummary", "--ndjson", "--format=json", "-"],
            "{}\n",
        ),
        (&["fmt", "--as", "JobSummary", "--ndjson", "-"], "{}\n"),
    ] {
        let mut child = command(Path::new("."), arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        for _ in 0..2 {
            stdin.write_all(line.as_bytes()).unwrap();
            let mut row = String::new();
            // Without the flush this would block, since the input stays open.
            stdout.read_line(&mut row).unwrap();
            assert!(row.ends_with('\n'), "{arguments:?}");
        }
        drop(stdin);
        stdout.read_to_string(&mut String::new()).unwrap();
        assert!(child.wait().unwrap().success());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_2() {
    for arguments in [
        &["shapes"][..],
        &["check", "--as", "Job", "-"],
        &["fmt", "--as", "Job", "-"],
    ] {
        let mut child = command(Path::new("."), arguments)
            .stdin(Stdio::piped())
            .stdout(std::fs::File::create("/dev/full").unwrap())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Not every command reads its input.
        let _ = child.stdin.take().unwrap().write_all(b"{}");
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            String::from_utf8(output.stderr).unwrap(),
            "error: cannot write the output: No space left on device\n",
            "{arguments:?}"
        );
        assert_eq!(output.status.code(), Some(2));
    }
}
