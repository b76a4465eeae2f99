//! How each kind of value is decoded, encoded and walked.
//!
//! [`Wire`] is what `#[shape]` calls for every member. It stands beside serde's traits because it
//! carries the place of the value (for error paths, and for limits that depend on depth) and because
//! foreign types such as `DateTime` have no serde implementation of their own.

mod blob;
mod boolean;
mod list;
mod map;
mod member;
mod number;
mod object;
mod option;
mod raw;
mod string;

use serde::{Deserializer, Serialize, Serializer, de::DeserializeSeed};
use std::marker::PhantomData;

pub(crate) use self::{
    map::Key,
    member::{MemberName, Seen, next_member, next_name, required},
    object::{Object, ObjectEncoder, decode_object, decode_object_into},
    option::Nullable,
    raw::{FromText, RawSeed, read_text, write_text},
};
use crate::{constraint::Constraint, path::Path, shape::Kind, validate::Report};
use aws_smithy_types::DateTime;

/// What a value's form on the wire may depend on besides the value.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The constraint declared for the value.
    pub(crate) constraint: Option<&'static Constraint>,
    /// Whether the value is part of an MQTT message.
    pub(crate) mqtt: bool,
    /// Whether the value is an operation's input of which only the body is wanted.
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

    /// The same inside an MQTT message.
    pub(crate) fn over_mqtt(self) -> Self {
        Self { mqtt: true, ..self }
    }

    /// The context of an element of a list.
    pub(crate) fn of_element(self) -> Self {
        let constraint = self.constraint.and_then(|constraint| constraint.member);
        Self { constraint, ..self }
    }

    /// The context of a value of a map.
    pub(crate) fn of_value(self) -> Self {
        let constraint = self.constraint.and_then(|constraint| constraint.value);
        Self { constraint, ..self }
    }
}

/// A value that travels.
pub trait Wire: Sized {
    /// The kind of value.
    const KIND: Kind;

    /// Reads the value; whatever is wrong with it is noted at its place.
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error>;

    /// Reads the value into its final place, which is empty; this saves moving structures on every level.
    #[inline]
    fn decode_into<'de, D: Deserializer<'de>>(
        deserializer: D,
        at: &Path<'_>,
        place: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        fill(place, Self::decode(deserializer, at)?);
        Ok(())
    }

    /// Writes the value in its canonical form.
    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error>;

    /// Shows the value, and what it holds, to a walker.
    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker);

    /// The schema of the structure that the value is or holds.
    #[cfg(feature = "schemars")]
    fn structure(_: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        None
    }

    /// Whether an object leaves the member out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// Looks at every value of a shape in document order.
pub trait Walker {
    /// Looks at one value.
    fn visit(&mut self, at: &Path<'_>, found: Found<'_>);

    /// Whether a map may show its entries in any order, which spares sorting them.
    fn in_any_order(&self) -> bool {
        false
    }

    /// Where the rules of shapes report to; only validation asks for them.
    fn report(&mut self) -> Option<&mut Report> {
        None
    }
}

/// A value that a walker meets.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Found<'a> {
    /// A declared member without a value.
    Absent,
    /// A string.
    String(&'a str),
    /// A boolean.
    Boolean(bool),
    /// A whole number of either width.
    Integer(i64),
    /// A floating-point number.
    Double(f64),
    /// A moment.
    Timestamp(&'a DateTime),
    /// Bytes.
    Blob(&'a [u8]),
    /// A job document, as JSON text.
    Document(&'a str),
    /// A value of an enum, known or not.
    Enum {
        /// The value.
        text: &'a str,
        /// Whether the enum lists it.
        known: bool,
    },
    /// A list of this length; its elements follow.
    List(usize),
    /// A map of this length; its entries follow, each key before its value.
    Map(usize),
    /// A key of a map, at the path of its value.
    Key(&'a str),
    /// A member that the shape does not declare, as JSON text.
    UnknownMember(&'a str),
}

/// Decodes a value at a place.
pub(crate) struct Seed<'p, T>(&'p Path<'p>, PhantomData<T>);

impl<'p, T> Seed<'p, T> {
    /// A seed for the value at this place.
    pub(crate) const fn at(path: &'p Path<'p>) -> Self {
        Self(path, PhantomData)
    }
}

impl<'de, T: Wire> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::decode(deserializer, self.0)
    }
}

/// Puts a value in a place that is empty.
#[inline]
pub(crate) fn fill<T>(place: &mut Option<T>, value: T) {
    // The compiler does not know that there is nothing to drop.
    std::mem::forget(place.replace(value));
}

/// Decodes a value into its final place, which is empty.
pub(crate) struct Fill<'s, 'p, T>(pub(crate) &'s mut Option<T>, pub(crate) &'p Path<'p>);

impl<'de, T: Wire> DeserializeSeed<'de> for Fill<'_, '_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::decode_into(deserializer, self.1, self.0)
    }
}

/// A value with its context, for serde.
pub(crate) struct Encoded<'a, T>(pub(crate) &'a T, pub(crate) Context);

impl<T: Wire> Serialize for Encoded<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer, self.1)
    }
}
