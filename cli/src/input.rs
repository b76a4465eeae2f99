//! An input: its name and its text.

use crate::escape::escape_control;

/// A payload or a job document, with its file and line.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The file as named on the command line; `-` is standard input.
    pub file: &'a str,
    /// The line of the file, if each line is an input.
    pub line: Option<usize>,
    /// The text; only its start if a line is too long.
    pub text: &'a [u8],
}

impl<'a> Input<'a> {
    /// The input as `FILE` or `FILE:LINE`.
    pub fn name(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.to_owned(),
        }
    }

    /// The file's name for a terminal.
    pub fn display_file(&self) -> String {
        match self.file {
            "-" => "<stdin>".to_owned(),
            file => escape_control(file),
        }
    }

    /// The number of the input's first line in the file.
    pub fn first_line(&self) -> usize {
        self.line.unwrap_or(1)
    }

    /// The line of the file with this number, if it is part of the input.
    pub fn source_line(&self, number: usize) -> Option<&'a [u8]> {
        let mut lines = self.text.split(|byte| *byte == b'\n');
        lines.nth(number.checked_sub(self.first_line())?)
    }
}
