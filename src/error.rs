//! What can go wrong, each with its place.

use std::{fmt, io};

pub use aws_smithy_types::error::operation::BuildError;

use crate::codec::Position;
pub use crate::string_enum::UnknownVariantValue;

/// A payload could not be decoded or encoded.
///
/// [`path`](Error::path) and [`position`](Error::line) say where, the message says what was found
/// and what was expected. Neither shows more than the start of a value, and never the query of a URL.
///
/// ```
/// use iot_jobs::{codec, operation::describe_job::DescribeJobOutput};
///
/// let error = codec::from_str::<DescribeJobOutput>(r#"{"job": {"jobId": 7}}"#).unwrap_err();
/// assert!(error.is_data());
/// assert_eq!(error.path(), "job.jobId");
/// assert_eq!((error.line(), error.column()), (Some(1), Some(19)));
/// assert_eq!(
///     error.to_string(),
///     "job.jobId: expected a string, found number 7 at line 1 column 19"
/// );
/// ```
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    category: Category,
    path: String,
    message: String,
    position: Option<Position>,
    source: Option<io::Error>,
}

/// What an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Category {
    Syntax,
    Incomplete,
    Data,
    Limit,
    Io,
    Encode,
}

impl Error {
    pub(crate) fn new(
        category: Category,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self(Box::new(Inner {
            category,
            path: path.into(),
            message: message.into(),
            position: None,
            source: None,
        }))
    }

    pub(crate) fn at(mut self, position: Position) -> Self {
        self.0.position = Some(position);
        self
    }

    pub(crate) fn from_io(source: io::Error) -> Self {
        let mut error = Self::new(Category::Io, "$", source.to_string());
        error.0.source = Some(source);
        error
    }

    /// Moves the error down by the lines that stand before the payload.
    pub(crate) fn below(mut self, lines: usize) -> Self {
        if let Some(position) = &mut self.0.position {
            position.line += lines;
        }
        self
    }

    /// The path of the value, such as `job.abortConfig.criteriaList[0].action`; `$` for the whole.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What was found and what was expected, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The line in the input, from 1; `None` where there is no input, as when encoding.
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|position| position.line)
    }

    /// The column in the line, in characters from 1.
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|position| position.column)
    }

    /// Whether the input is not JSON: malformed, not UTF-8, nested too deep, or with more after it.
    pub fn is_syntax(&self) -> bool {
        self.0.category == Category::Syntax
    }

    /// Whether the input ends too early.
    pub fn is_incomplete(&self) -> bool {
        self.0.category == Category::Incomplete
    }

    /// Whether the input is JSON that the shape does not allow.
    pub fn is_data(&self) -> bool {
        self.0.category == Category::Data
    }

    /// Whether a line is longer than the reader's cap.
    pub fn is_limit(&self) -> bool {
        self.0.category == Category::Limit
    }

    /// Whether reading or writing failed.
    pub fn is_io(&self) -> bool {
        self.0.category == Category::Io
    }

    /// Whether the value has no form on the wire, such as NaN or a year after 9999.
    pub fn is_encode(&self) -> bool {
        self.0.category == Category::Encode
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            path,
            message,
            position,
            ..
        } = &*self.0;
        if path != "$" {
            write!(f, "{path}: ")?;
        }
        f.write_str(message)?;
        match position {
            Some(Position { line, column }) => write!(f, " at line {line} column {column}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { category, .. } = &*self.0;
        write!(f, "Error({category:?}: {self})")
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.0.source.as_ref()?)
    }
}

/// What a service says, as it is shown: its first 256 characters, and of URLs no queries, which may
/// hold a signature.
pub(crate) fn remark(message: &str) -> String {
    const LONGEST: usize = 256;
    let ends_query = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>' | ')');
    let mut shown = String::new();
    let mut rest = message;
    // A question mark at the end of a word ends a question.
    while let Some((before, query)) = rest.split_once('?') {
        shown.push_str(before);
        shown.push('?');
        let end = query.find(ends_query).unwrap_or(query.len());
        if end > 0 {
            shown.push('…');
        }
        rest = query.get(end..).unwrap_or_default();
    }
    shown.push_str(rest);
    if let Some((end, _)) = shown.char_indices().nth(LONGEST) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}

/// A string is not among the values of an enum that this version knows.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownVariantError(UnknownVariantValue);

impl UnknownVariantError {
    pub(crate) fn new(value: UnknownVariantValue) -> Self {
        Self(value)
    }
}

impl fmt::Display for UnknownVariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "unknown enum value {}",
            crate::codec::shown(self.0.as_str())
        )
    }
}

impl fmt::Debug for UnknownVariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownVariantError({self})")
    }
}

impl std::error::Error for UnknownVariantError {}
