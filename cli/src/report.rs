//! What is said of inputs, to people and to programs.

use std::{
    fmt,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};

mod excerpt;
mod harmless;
pub(crate) mod human;
pub(crate) mod json;

use harmless::harmless;

/// Says on standard error what kept the command from its work.
fn complain(what: fmt::Arguments<'_>) {
    const ERROR: Style = AnsiColor::Red.on_default().bold();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{ERROR}error:{ERROR:#} {what}");
}

/// Says on standard error that the output cannot be written.
pub(crate) fn cannot_write(error: &io::Error) {
    let reason = error.to_string();
    complain(format_args!(
        "cannot write the output: {}",
        reason_of(&reason)
    ));
}

/// Says on standard error that a file cannot be read.
pub(crate) fn cannot_read(file: &str, reason: &str) {
    let file = match file {
        "-" => "standard input".to_owned(),
        file => harmless(file),
    };
    complain(format_args!("cannot read {file}: {}", reason_of(reason)));
}

/// An error of the operating system without its number, which tells a reader nothing more.
fn reason_of(error: &str) -> &str {
    error.split(" (os error").next().unwrap_or(error)
}
