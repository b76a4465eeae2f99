//! An input: its name and its text.

use crate::escape::{escape_control, is_workflow_command};

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

impl Input<'_> {
    /// The input as `FILE` or `FILE:LINE`.
    pub fn name(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.to_owned(),
        }
    }

    /// Whether the input is standard input, which no file name of the command line denotes.
    pub fn is_stdin(&self) -> bool {
        self.file == "-"
    }

    /// The file's name for a terminal and for the log of a CI job, of which it may start a line.
    pub fn display_file(&self) -> String {
        if self.is_stdin() {
            return "<stdin>".to_owned();
        }
        let file = escape_control(self.file);
        if is_workflow_command(&file) {
            return format!("./{file}");
        }
        file
    }

    /// The number of the input's first line in the file.
    pub fn first_line(&self) -> usize {
        self.line.unwrap_or(1)
    }

    /// The byte offset of a line and a column of the file, if the line is part of the input.
    pub fn offset_of(&self, line: usize, column: usize) -> Option<usize> {
        let mut lines = self.text.split_inclusive(|byte| *byte == b'\n');
        let before = line.checked_sub(self.first_line())?;
        let start: usize = lines.by_ref().take(before).map(<[u8]>::len).sum();
        let line = lines.next().unwrap_or_default();
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        // Bytes that are not UTF-8 are one character.
        let characters = line.utf8_chunks().flat_map(|chunk| {
            let invalid = chunk.invalid().len();
            let valid = chunk.valid().chars().map(char::len_utf8);
            valid.chain((invalid > 0).then_some(invalid))
        });
        let before: usize = characters.take(column.saturating_sub(1)).sum();
        Some(start + before)
    }
}
