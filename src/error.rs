//! What can go wrong, each with its path and position.

mod unknown_variant;

use std::{fmt, io};

pub use aws_smithy_types::error::operation::BuildError;

pub use self::unknown_variant::{UnknownVariantError, UnknownVariantValue};
use crate::{path::Path, text::Position};

/// A payload could not be decoded or encoded.
///
/// [`path`](Error::path), [`line`](Error::line) and [`column`](Error::column) say where, the message says
/// what was found and what was expected. Neither contains more than the start of a value, nor the query of
/// a URL.
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
    path: Path,
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
    pub(crate) fn new(category: Category, path: Path, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            category,
            path,
            message: message.into(),
            position: None,
            source: None,
        }))
    }

    /// The same error at a position in the input.
    pub(crate) fn at(mut self, position: Position) -> Self {
        self.0.position = Some(position);
        self
    }

    pub(crate) fn category(&self) -> Category {
        self.0.category
    }

    pub(crate) fn from_io(source: io::Error) -> Self {
        let mut error = Self::new(Category::Io, Path::root(), source.to_string());
        error.0.source = Some(source);
        error
    }

    /// The same error in a payload that starts this many lines further down.
    pub(crate) fn after_lines(mut self, lines: usize) -> Self {
        if let Some(position) = &mut self.0.position {
            position.line += lines;
        }
        self
    }

    /// The path of the value, such as `job.abortConfig.criteriaList[0].action`; `$` for the whole.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// What was found and what was expected, without path and position.
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

    /// Whether the input is not JSON: malformed, not UTF-8, nested too deep, or followed by more text.
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

    /// Whether a line is longer than the reader's limit, or a column has no room for a value.
    pub fn is_limit(&self) -> bool {
        self.0.category == Category::Limit
    }

    /// Whether reading or writing failed.
    pub fn is_io(&self) -> bool {
        self.0.category == Category::Io
    }

    /// Whether the value cannot be encoded, such as NaN or a year after 9999.
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
        if !path.is_root() {
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
