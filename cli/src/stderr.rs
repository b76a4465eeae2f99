//! Errors of reading and writing, on standard error.

use std::{
    fmt,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};

use crate::escape::escape_control;

/// Prints that the output cannot be written.
pub(crate) fn cannot_write_output(error: &io::Error) {
    let reason = error.to_string();
    print(format_args!(
        "cannot write the output: {}",
        without_number(&reason)
    ));
}

/// Prints that a file cannot be read.
pub(crate) fn cannot_read(file: &str, reason: &str) {
    let file = match file {
        "-" => "standard input".to_owned(),
        file => escape_control(file),
    };
    print(format_args!(
        "cannot read {file}: {}",
        without_number(reason)
    ));
}

/// Prints that a file cannot be written.
pub(crate) fn cannot_write(file: &str, error: &io::Error) {
    let (file, reason) = (escape_control(file), error.to_string());
    print(format_args!(
        "cannot write {file}: {}",
        without_number(&reason)
    ));
}

/// Prints that the system refuses to start a thread.
#[cfg(feature = "convert")]
pub(crate) fn cannot_start_thread(error: &io::Error) {
    let reason = error.to_string();
    print(format_args!(
        "cannot start a thread: {}",
        without_number(&reason)
    ));
}

/// Prints what is wrong with a value of the command line, or with a setting.
pub(crate) fn invalid(message: &str) {
    print(format_args!("{}", escape_control(message)));
}

fn print(message: fmt::Arguments<'_>) {
    const ERROR: Style = AnsiColor::Red.on_default().bold();
    // If standard error is closed, there is no other place to print it to.
    let _ = writeln!(anstream::stderr(), "{ERROR}error:{ERROR:#} {message}");
}

/// The message of an operating system error without its number, which does not help a reader.
fn without_number(message: &str) -> &str {
    message.split(" (os error").next().unwrap_or(message)
}
