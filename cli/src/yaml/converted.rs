//! A converted text.

use std::ops::Range;

use granit_parser::ScalarStyle;

/// The maximum number of bytes that aliases add to the text.
pub(super) const MAX_ALIAS_BYTES: usize = 1 << 20;

/// The deepest nesting, which is that of JSON.
pub(super) const MAX_DEPTH: usize = 127;

/// A YAML document as JSON text.
#[derive(Debug)]
pub(crate) struct Converted<'y> {
    /// The JSON text, on one line.
    pub(crate) json: String,
    pub(super) yaml: &'y str,
    /// The values and the keys in the order of the JSON text.
    pub(super) nodes: Vec<Node>,
}

/// Where a value or a key is written.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The bytes of the JSON text.
    pub(super) json: Range<usize>,
    pub(super) place: Place,
    /// The style of a scalar.
    pub(super) style: Option<ScalarStyle>,
}

/// A position in the YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column, in characters from 1.
    pub(crate) column: usize,
    /// The number of characters, 1 for a value of several lines.
    pub(crate) length: usize,
    /// The byte offset.
    pub(crate) offset: usize,
}

/// Why a text is not converted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct YamlError {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) message: String,
}
