//! How each kind of value is decoded, encoded and walked.
//!
//! A type that is encoded implements [`Wire`], once, over [`Decoder`] and [`Encoder`]. Each of these has two
//! implementations: [`text`], the crate's own reader and writer of JSON text, which `codec` uses for speed; and
//! [`serde`], for every other format and, with a trace, for the error of what the text reader rejected.

mod debug;
mod json;
mod list;
mod map;
mod object;
mod option;
mod scalar;
pub(crate) mod serde;
pub(crate) mod string_enum;
pub(crate) mod text;
pub(crate) mod timestamp;
mod unknown_members;
mod walk;

use std::fmt;

use aws_smithy_types::{DateTime, base64};

pub use self::unknown_members::UnknownMembers;
pub(crate) use self::{
    debug::Debugged,
    json::{FromJson, Json},
    map::Key,
    object::{MemberReader, MemberWriter, NextMember, Object, fill, literal},
    unknown_members::DECLARED_NAME,
    walk::{Value, Walk, Walker},
};
use crate::{
    constraint::Constraint,
    facts::Kind,
    json::{Reader, compact},
    path::PathRef,
};

/// What the encoded form of a value depends on, other than the value.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The constraint declared for the value.
    pub(crate) constraint: Option<&'static Constraint>,
    /// Whether the value is part of an MQTT message.
    pub(crate) mqtt: bool,
    /// Whether only the members in the body of an operation's input are encoded.
    pub(crate) body_only: bool,
}

impl Context {
    /// The context of an operation's input as the body of a request.
    #[cfg(feature = "http")]
    pub(crate) fn http_body() -> Self {
        Self {
            body_only: true,
            ..Self::default()
        }
    }

    /// The context of an element of a list.
    pub(crate) fn of_element(self) -> Self {
        let constraint = self.constraint.and_then(|constraint| constraint.element);
        Self { constraint, ..self }
    }

    /// The context of a value of a map.
    pub(crate) fn of_value(self) -> Self {
        let constraint = self.constraint.and_then(|constraint| constraint.value);
        Self { constraint, ..self }
    }
}

/// A value that is encoded and decoded.
pub trait Wire: Sized {
    /// The kind of value.
    const KIND: Kind;

    /// The schemas that some generated values follow; none for values that are not job documents.
    #[cfg(feature = "proptest")]
    const SCHEMAS: &'static [&'static crate::facts::Structure] = &[];

    /// Decodes the value.
    fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error>;

    /// Decodes the value into its final place, which is empty; this saves moving structures at every level.
    #[inline]
    fn decode_into<'de, D: Decoder<'de>>(
        decoder: D,
        place: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        fill(place, Self::decode(decoder)?);
        Ok(())
    }

    /// Encodes the value in its canonical form.
    fn encode<E: Encoder>(&self, encoder: E, context: Context) -> Result<E::Ok, E::Error>;

    /// Passes the value, and what it contains, to a walker.
    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>);

    /// Formats the value for `Debug`; maps are sorted.
    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The schema of the structure that the value is or contains.
    #[cfg(feature = "schemars")]
    fn structure(_: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        None
    }

    /// Whether an object leaves the member out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// One value to be decoded, from text or from serde.
pub trait Decoder<'de>: Sized {
    /// Why the value was not decoded.
    type Error;

    /// A string.
    fn string(self) -> Result<String, Self::Error>;

    /// A value made of a string, whatever the string is.
    fn string_with<T>(self, make: fn(&str) -> T) -> Result<T, Self::Error>;

    /// A boolean.
    fn boolean(self) -> Result<bool, Self::Error>;

    /// An integer, also written `5.0`, `5e0`, or, where the constraint says so, as a string of digits.
    fn integer<T: Wire + TryFrom<i64>>(self) -> Result<T, Self::Error>;

    /// A finite number.
    fn double(self) -> Result<f64, Self::Error>;

    /// A timestamp: epoch seconds, epoch milliseconds, or ISO 8601 text.
    fn timestamp(self) -> Result<DateTime, Self::Error>;

    /// A value made of any JSON.
    fn json<T: FromJson>(self) -> Result<T, Self::Error>;

    /// A list, whose elements are not `null`.
    fn list<T: Wire>(self) -> Result<Vec<T>, Self::Error>;

    /// Passes the entries of a map to `insert`, which rejects a repeated key. Without a value, `insert` only
    /// checks the key.
    fn map<K: Key, T: Wire>(
        self,
        insert: &mut dyn FnMut(K, Option<T>) -> Result<(), Repeated>,
    ) -> Result<(), Self::Error>;

    /// A structure.
    fn object<T: Object>(self) -> Result<T, Self::Error>;

    /// A structure, into its final place, which is empty.
    fn object_into<T: Object>(self, place: &mut Option<T>) -> Result<(), Self::Error>;

    /// A value or `null`, which leaves the place empty.
    fn nullable<T: Wire>(self, place: &mut Option<T>) -> Result<(), Self::Error>;
}

/// A key appears twice in a map.
#[derive(Clone, Copy, Debug)]
pub struct Repeated;

/// Where one value is encoded to, text or a serializer.
pub trait Encoder: Sized {
    /// What encoding gives.
    type Ok;
    /// Why the value was not encoded.
    type Error;

    /// Encodes a string.
    fn string(self, value: &str) -> Result<Self::Ok, Self::Error>;

    /// Encodes a string that needs no escapes in JSON text.
    fn plain_string(self, value: &str) -> Result<Self::Ok, Self::Error> {
        self.string(value)
    }

    /// Encodes a boolean.
    fn boolean(self, value: bool) -> Result<Self::Ok, Self::Error>;

    /// Encodes an integer.
    fn integer(self, value: i64) -> Result<Self::Ok, Self::Error>;

    /// Encodes a number; NaN and infinities are an error.
    fn double(self, value: f64) -> Result<Self::Ok, Self::Error>;

    /// Encodes a timestamp in epoch seconds or milliseconds; a year outside 0001 to 9999 is an error.
    fn timestamp(self, value: DateTime, milliseconds: bool) -> Result<Self::Ok, Self::Error>;

    /// Encodes bytes.
    fn blob(self, value: &[u8]) -> Result<Self::Ok, Self::Error> {
        self.string(&base64::encode(value))
    }

    /// Encodes a value that is valid JSON text.
    fn json(self, text: &str) -> Result<Self::Ok, Self::Error>;

    /// Encodes a job document: as the JSON value that its text is, if it is one, or as a string.
    fn document(self, text: &str, as_value: bool) -> Result<Self::Ok, Self::Error> {
        let mut reader = Reader::new(text);
        match reader.raw() {
            Ok(raw) if as_value && reader.end().is_ok() => {
                if raw.spaced {
                    self.json(&compact(raw.text))
                } else {
                    self.json(raw.text)
                }
            }
            // Text that is not JSON can only be sent in a string.
            _ => self.string(text),
        }
    }

    /// Encodes a list.
    fn list<T: Wire>(self, elements: &[T], context: Context) -> Result<Self::Ok, Self::Error>;

    /// Encodes the entries of a map in the order they are in.
    fn map<K: Key, T: Wire>(
        self,
        entries: &[Option<(&K, &T)>],
        context: Context,
    ) -> Result<Self::Ok, Self::Error>;

    /// Encodes a structure.
    fn object<T: Object>(self, value: &T, context: Context) -> Result<Self::Ok, Self::Error>;
}
