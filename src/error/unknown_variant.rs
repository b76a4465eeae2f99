//! Enum values that this version does not know.

use std::fmt;

use crate::text;

/// A value of an enum that this version does not know.
///
/// Only decoding and `From<&str>` create one, so it never contains a value that the enum lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownVariantValue(Box<str>);

impl UnknownVariantValue {
    pub(crate) fn new(value: &str) -> Self {
        Self(value.into())
    }

    /// The value as it was received.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownVariantValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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
        write!(f, "unknown enum value {}", text::quoted(self.0.as_str()))
    }
}

impl fmt::Debug for UnknownVariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownVariantError({self})")
    }
}

impl std::error::Error for UnknownVariantError {}
