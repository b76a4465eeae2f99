//! What a library of columnar data implements to be written to.

use std::fmt;

/// A column that a row's value is appended to; a call appends exactly one value.
///
/// A column is called only with values of its [`ColumnKind`](super::ColumnKind).
pub trait Cell: Sized {
    /// Appends a null; a structure appends one to each of its fields, too.
    fn null(&mut self) -> Result<(), CellError>;

    /// Appends a boolean.
    fn boolean(&mut self, value: bool) -> Result<(), CellError>;

    /// Appends an integer, which has 32 bits in a column of [`ColumnKind::Integer`](super::ColumnKind::Integer).
    fn integer(&mut self, value: i64) -> Result<(), CellError>;

    /// Appends a finite number.
    fn double(&mut self, value: f64) -> Result<(), CellError>;

    /// Appends a timestamp of years 0001 to 9999, in microseconds since 1970.
    fn timestamp(&mut self, micros: i64) -> Result<(), CellError>;

    /// Appends a string.
    fn string(&mut self, value: &str) -> Result<(), CellError>;

    /// Appends the JSON text that the function appends to the column's buffer.
    fn json(&mut self, append: impl FnOnce(&mut String)) -> Result<(), CellError>;

    /// Appends bytes.
    fn binary(&mut self, value: &[u8]) -> Result<(), CellError>;

    /// Appends a structure; returns the columns of its fields, each of which then gets one value.
    fn structure(&mut self) -> Result<&mut [Self], CellError>;

    /// Appends a list of this length; returns the column of its elements, which then gets as many values.
    fn list(&mut self, length: usize) -> Result<&mut Self, CellError>;

    /// Appends a map of this length; returns the columns of its keys and values, which then get as many values.
    fn map(&mut self, length: usize) -> Result<(&mut Self, &mut Self), CellError>;
}

/// Why a column did not take a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CellError {
    /// The column has no room, such as for text behind an offset of 32 bits.
    Full,
    /// The column has another type.
    Type,
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "the column has no room for this value",
            Self::Type => "the column has another type than this value",
        })
    }
}

impl std::error::Error for CellError {}
