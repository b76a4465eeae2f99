//! Lines and columns.

/// A position in a text, as an editor counts it: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Position {
    /// The position of the byte at this offset; beyond the end, that of the end.
    pub(crate) fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.get(line_start..).unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
        }
    }

    /// The position of a `serde_json` error, which counts columns in bytes up to the last one read.
    pub(crate) fn of_error(text: &str, error: &serde_json::Error) -> Self {
        let line_start = text
            .match_indices('\n')
            .nth(error.line().wrapping_sub(2))
            .map_or(0, |(newline, _)| newline + 1);
        Self::of(text, line_start + error.column().saturating_sub(1))
    }
}
