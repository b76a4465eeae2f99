//! Runs the command and returns its output.
#![expect(
    clippy::unwrap_used,
    reason = "a test helper; clippy only exempts the bodies of tests"
)]

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

/// The output and the exit code.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

/// The command with this working directory.
pub(crate) fn command(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_iot-jobs"));
    command.args(arguments).current_dir(directory);
    command
}

/// Runs the command in a directory, without standard input.
pub(crate) fn run_in(directory: &Path, arguments: &[&str]) -> Run {
    run_with(directory, &[], arguments)
}

/// The report of `create.json` in a directory, checked with these options, which ends with this exit code.
pub(crate) fn report_of_create_job(directory: &Path, options: &[&str], code: i32) -> String {
    let arguments = ["check", "--as=CreateJob", "--no-advice", "create.json"];
    let run = run_in(directory, &[&arguments, options].concat());
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(code)));
    run.stdout
}

/// Runs the command in a directory with these environment variables.
pub(crate) fn run_with(directory: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
    let output = command(directory, arguments)
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    run_of(output)
}

/// Runs the command with these arguments in a directory, in place of a shell after it has run a script.
#[cfg(unix)]
pub(crate) fn run_after(directory: &Path, script: &str, arguments: &str) -> Run {
    let program = env!("CARGO_BIN_EXE_iot-jobs");
    let script = format!("{script}; exec {program} {arguments}");
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(directory)
        .output()
        .unwrap();
    run_of(output)
}

/// Runs the command with this standard input.
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
    // With invalid arguments the command does not read its input, and writing fails.
    let _ = writer.join().unwrap();
    run_of(output)
}

/// A new directory with these files.
pub(crate) fn files(name: &str, files: &[(&str, &str)]) -> PathBuf {
    // Tests run at the same time, and some use a name several times.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{name}-{number}");
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // An earlier run may have left the directory.
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).unwrap();
    for (file, content) in files {
        std::fs::write(directory.join(file), content).unwrap();
    }
    directory
}

fn run_of(output: Output) -> Run {
    let run = Run {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    };
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}
