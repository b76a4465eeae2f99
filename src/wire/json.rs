//! Values that are made of any JSON.

use std::borrow::Cow;

use crate::facts::Kind;

/// A type whose values are made of any JSON, or of some of it.
pub trait FromJson: Sized {
    /// The kind of value that an error says was expected.
    const KIND: Kind;

    /// The value of a JSON text, if it has one.
    fn from_json(json: Json<'_>) -> Option<Self>;
}

/// A JSON value other than `null`, valid and not nested too deep.
#[derive(Clone, Debug)]
pub enum Json<'t> {
    /// The content of a string.
    String(Cow<'t, str>),
    /// The text of any other value.
    Other(&'t str),
}
