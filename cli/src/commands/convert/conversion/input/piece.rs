//! A piece of the input, which one thread decodes.

use std::sync::Arc;

use iot_jobs::codec::Chunk;

/// Some values of a file.
pub(crate) struct Piece {
    /// The file as named on the command line.
    pub(crate) file: Arc<str>,
    pub(super) text: Text,
}

pub(super) enum Text {
    Lines { chunk: Chunk, max_line_bytes: usize },
    Values(Values),
}

/// The text of values, with the end of each.
#[derive(Default)]
pub(super) struct Values {
    pub(super) text: Vec<u8>,
    pub(super) ends: Vec<End>,
}

/// Where a value ends in the text, and where it starts in the file.
pub(super) struct End {
    at: usize,
    line: usize,
    column: usize,
    state: RowState,
}

/// Whether a value can be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowState {
    Complete,
    /// It is longer than allowed.
    TooLong,
    /// It is what a page has in place of the list with this name.
    NotList(&'static str),
    /// It is an object in place of a page, which would have the list with this name.
    NoList(&'static str),
}

/// A value that becomes a row.
pub(crate) struct Row<'t> {
    /// Its JSON; only the start if it is too long.
    pub(crate) json: &'t [u8],
    /// The line of its start.
    pub(crate) line: usize,
    /// The column of its start.
    pub(crate) column: usize,
    pub(crate) state: RowState,
}

impl RowState {
    /// The state of a value; `complete` if it is not longer than allowed.
    pub(super) fn of(complete: bool) -> Self {
        if complete {
            Self::Complete
        } else {
            Self::TooLong
        }
    }
}

impl Piece {
    /// The number of bytes.
    pub(crate) fn len(&self) -> usize {
        match &self.text {
            Text::Lines { chunk, .. } => chunk.text().len(),
            Text::Values(values) => values.text.len(),
        }
    }

    /// The number of values, or of lines with blank ones.
    pub(crate) fn rows(&self) -> usize {
        match &self.text {
            Text::Lines { chunk, .. } => memchr::memchr_iter(b'\n', chunk.text()).count(),
            Text::Values(values) => values.ends.len(),
        }
    }

    /// Calls a function for each value, in order.
    pub(crate) fn for_each(&self, mut handle: impl FnMut(Row<'_>)) {
        match &self.text {
            Text::Values(values) => values.for_each(handle),
            Text::Lines {
                chunk,
                max_line_bytes,
            } => {
                let text = chunk.text();
                let ends = memchr::memchr_iter(b'\n', text).chain([text.len()]);
                let mut start = 0;
                for (line, end) in (chunk.lines_before() + 1..).zip(ends) {
                    let json = text.get(start..end).unwrap_or_default();
                    start = end + 1;
                    if json.trim_ascii().is_empty() {
                        continue;
                    }
                    handle(Row {
                        json,
                        line,
                        column: 1,
                        state: RowState::of(json.len() <= *max_line_bytes),
                    });
                }
            }
        }
    }
}

impl Values {
    /// Ends the value whose text was appended last.
    pub(super) fn add(&mut self, line: usize, column: usize, state: RowState) {
        self.ends.push(End {
            at: self.text.len(),
            line,
            column,
            state,
        });
    }

    pub(super) fn for_each(&self, mut handle: impl FnMut(Row<'_>)) {
        let mut start = 0;
        for end in &self.ends {
            handle(Row {
                json: self.text.get(start..end.at).unwrap_or_default(),
                line: end.line,
                column: end.column,
                state: end.state,
            });
            start = end.at;
        }
    }
}
