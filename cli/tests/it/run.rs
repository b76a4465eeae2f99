//! Runs the command and keeps what it said.
#![expect(
    clippy::unwrap_used,
    reason = "a test helper; clippy only exempts the bodies of tests"
)]

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// What a run of the command gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

/// The command, in a directory of files.
pub(crate) fn command(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_iot-jobs"));
    command.args(arguments).current_dir(directory);
    command
}

/// Runs the command in a directory of files, without input.
pub(crate) fn run_in(directory: &Path, arguments: &[&str]) -> Run {
    let output = command(directory, arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    text(output)
}

/// Runs the command with an input.
pub(crate) fn run_on(input: impl AsRef<[u8]>, arguments: &[&str]) -> Run {
    let mut child = command(Path::new("."), arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that stops at its arguments reads no input.
    let _ = writer.join().unwrap();
    text(output)
}

/// A new directory of this name that holds these files.
pub(crate) fn files(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run left; a first run finds nothing.
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).unwrap();
    for (file, content) in files {
        std::fs::write(directory.join(file), content).unwrap();
    }
    directory
}

fn text(output: Output) -> Run {
    let run = Run {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    };
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}
