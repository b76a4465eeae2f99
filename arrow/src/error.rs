//! What can go wrong when values are read from batches.

use std::fmt;

use arrow_schema::DataType;
use iot_jobs::Path;

/// A batch does not have the columns of the shape, or a row of it no value of the shape.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A column has another type.
    #[non_exhaustive]
    Type {
        /// The column's name, after those of the structures that it is in: `job.created_at`.
        column: String,
        /// The type that was found.
        found: DataType,
        /// The type that [`schema`](crate::schema()) has.
        expected: DataType,
    },
    /// The shape has no such column.
    #[non_exhaustive]
    Unknown {
        /// The column's name, after those of the structures that it is in.
        column: String,
    },
    /// A row is no value of the shape.
    #[non_exhaustive]
    Value {
        /// The row's index in the batch.
        row: usize,
        /// The path of the member, with names as in JSON.
        path: Path,
        /// What was found and what was expected.
        message: String,
    },
}

impl Error {
    /// The same error in a field of a column.
    pub(crate) fn inside(mut self, outer: &str) -> Self {
        if let Self::Type { column, .. } | Self::Unknown { column } = &mut self {
            *column = if column.is_empty() {
                outer.to_owned()
            } else {
                format!("{outer}.{column}")
            };
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type {
                column,
                found,
                expected,
            } => write!(f, "column {column}: expected {expected}, found {found}"),
            Self::Unknown { column } => write!(f, "column {column}: the shape has no such column"),
            Self::Value { row, path, message } => write!(f, "row {row}: {path}: {message}"),
        }
    }
}

impl std::error::Error for Error {}
