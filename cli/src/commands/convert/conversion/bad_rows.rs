//! Values that do not decode, as rows of the file of errors.

use iot_jobs::Error;
use serde::Serialize;

use super::input::Row;

/// How much of the text of a value that is too long is kept.
const TOO_LONG_BYTES: usize = 4096;

/// A value that does not decode.
#[derive(Serialize)]
pub(super) struct BadRow<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    path: String,
    message: String,
    text: std::borrow::Cow<'r, str>,
}

impl<'r> BadRow<'r> {
    /// A value that this error is about.
    pub(super) fn new(file: &'r str, row: &Row<'r>, error: &Error) -> Self {
        let (line, column) = match (error.line(), error.column()) {
            (Some(1), Some(column)) => (row.line, row.column + column - 1),
            (Some(line), Some(column)) => (row.line + line - 1, column),
            _ => (row.line, row.column),
        };
        Self {
            file,
            line,
            column,
            path: error.path().to_string(),
            message: error.message().to_owned(),
            text: String::from_utf8_lossy(row.json.trim_ascii()),
        }
    }

    /// An object of which the shape declares no member; it has members with these names.
    pub(super) fn other_shape(file: &'r str, row: &Row<'r>, shape: &str, names: &str) -> Self {
        let message =
            format!("no member of {shape}: found {names}; is it a page or another shape?");
        Self::at_start(file, row, "$", message)
    }

    /// `{}` in place of a value.
    pub(super) fn empty(file: &'r str, row: &Row<'r>) -> Self {
        Self::at_start(file, row, "$", "an object without members".to_owned())
    }

    /// An object in place of a page with a list.
    pub(super) fn no_list(file: &'r str, row: &Row<'r>, list: &str) -> Self {
        let message = format!("expected a page, which has a list `{list}`");
        Self::at_start(file, row, "$", message)
    }

    /// A value that has more bytes than allowed.
    pub(super) fn too_long(file: &'r str, row: &Row<'r>, max: u64) -> Self {
        let start = row.json.get(..TOO_LONG_BYTES).unwrap_or(row.json);
        Self {
            file,
            line: row.line,
            column: row.column,
            path: "$".to_owned(),
            message: format!("the value has more than {max} bytes; --max-size raises the limit"),
            text: String::from_utf8_lossy(start),
        }
    }

    /// What a page has in place of a list.
    pub(super) fn not_list(file: &'r str, row: &Row<'r>, list: &str) -> Self {
        let found = match row.json.trim_ascii().first() {
            Some(b'{') => "an object",
            Some(b'"') => "a string",
            Some(b't' | b'f') => "a boolean",
            Some(b'-' | b'0'..=b'9') => "a number",
            _ => "something that is not JSON",
        };
        Self::at_start(file, row, list, format!("expected an array, found {found}"))
    }

    fn at_start(file: &'r str, row: &Row<'r>, path: &str, message: String) -> Self {
        Self {
            file,
            line: row.line,
            column: row.column,
            path: path.to_owned(),
            message,
            text: String::from_utf8_lossy(row.json.trim_ascii()),
        }
    }

    /// The JSON on one line.
    pub(super) fn to_json(&self) -> String {
        // Strings and numbers are always written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The text for people, on one line.
    pub(super) fn to_message(&self) -> String {
        let Self {
            file,
            line,
            column,
            path,
            message,
            ..
        } = self;
        let file = if *file == "-" { "<stdin>" } else { file };
        format!("{file}:{line}:{column}: {path}: {message}")
    }
}
