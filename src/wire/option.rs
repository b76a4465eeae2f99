//! Members that may be absent: no member and `null` are the same.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{self, DeserializeSeed, Visitor},
};

use super::{Context, Found, Walker, Wire};
use crate::{path::Path, shape::Kind};

impl<T: Wire> Wire for Option<T> {
    const KIND: Kind = T::KIND;

    #[inline]
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        let mut value = None;
        deserializer.deserialize_option(Nullable(&mut value, at))?;
        Ok(value)
    }

    #[inline]
    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.encode(serializer, context),
            None => serializer.serialize_none(),
        }
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        match self {
            Some(value) => value.walk(at, walker),
            None => walker.visit(at, Found::Absent),
        }
    }

    #[cfg(feature = "schemars")]
    fn structure(generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        T::structure(generator)
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// Reads a value that may be `null` into its final place.
pub(crate) struct Nullable<'s, 'p, T>(pub(crate) &'s mut Option<T>, pub(crate) &'p Path<'p>);

impl<'de, T: Wire> DeserializeSeed<'de> for Nullable<'_, '_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Wire> Visitor<'de> for Nullable<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.expected())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::decode_into(deserializer, self.1, self.0)
    }
}
