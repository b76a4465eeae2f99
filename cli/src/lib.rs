//! The library part of the command `iot-jobs`, for its tests and for tools of this repository.
//!
//! Its items change without notice: scripts should use the command, whose options, exit codes and
//! JSON output are documented in its help.
//!
//! # Layers
//!
//! A module uses only modules below it:
//!
//! | layer | contains |
//! |---|---|
//! | `main.rs`, [`run`] | the process: arguments in, exit code out |
//! | [`arguments`] | the command line: clap structs, help, suggestions; gives a [`commands::Command`] |
//! | [`commands`] | one file for each command: its options and its `run` |
//! | [`report`] | check results as text, JSON, SARIF and GitHub workflow commands |
//! | [`checking`] | from an input to its check result: decoding, rules, positions |
//! | [`reading`] | from sources to inputs: files, directories, lines, progress |
//! | [`explanation`] | what rules, rejection codes, exceptions and states mean |
//! | `stderr` | why a file cannot be read or the output cannot be written |
//! | [`check_result`] | `CheckResult`, `Finding`, `Span` |
//! | [`input`], [`counts`] | an input with its name; how many inputs had errors, and the exit code |
//! | `yaml` | YAML as JSON text, with positions |
//! | `escape` | text without terminal control characters |
//! | `progress_line` | a line with the progress of a long run |
//!
//! In `iot-jobs check`, [`reading`] passes each [`input::Input`] to [`checking`], whose
//! [`check_result::CheckResult`] goes to a [`report::Reporter`]; its outcome goes to the
//! [`counts::InputCounts`], which determine the exit code.

pub mod arguments;
pub mod check_result;
pub mod checking;
pub mod commands;
pub mod counts;
mod escape;
pub mod explanation;
pub mod input;
mod progress_line;
pub mod reading;
pub mod report;
mod stderr;
mod yaml;

use std::{ffi::OsString, io::ErrorKind, process::ExitCode};

use arguments::Invocation;
use counts::InputCounts;

/// Runs the command with these arguments, the first of which is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let Invocation { color, command } = match arguments::parse(arguments.clone()) {
        Ok(invocation) => invocation,
        Err(error) => {
            // Messages contain the arguments, whose line breaks could start commands of a CI runner.
            let visible = arguments
                .iter()
                .map(|argument| escape::escape_control(&argument.to_string_lossy()).into());
            let error = arguments::parse(visible).err().unwrap_or(error);
            // If this output is closed, there is no other place to print it to.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    color.write_global();
    let mut counts = InputCounts::default();
    match command.run(&mut counts) {
        // The reader of a pipe may close it early, as `head` does.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            stderr::cannot_write_output(&error);
            ExitCode::from(2)
        }
        _ => counts.exit_code(),
    }
}
