//! Booleans.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{self, Visitor},
};

use super::{Context, Found, Walker, Wire};
use crate::{path::Path, shape::Kind};

impl Wire for bool {
    const KIND: Kind = Kind::Boolean;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        deserializer.deserialize_bool(BooleanVisitor(at))
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*self)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Boolean(*self));
    }
}

struct BooleanVisitor<'p>(&'p Path<'p>);

impl Visitor<'_> for BooleanVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(bool::KIND.expected())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<bool, E> {
        Err(self.0.expected(bool::KIND.expected()))
    }
}
