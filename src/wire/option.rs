//! Members that may be absent: no member and `null` are the same.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, Visitor},
};

use super::{Context, Found, Walker, Wire};
use crate::{path::Path, shape::Kind};

impl<T: Wire> Wire for Option<T> {
    const KIND: Kind = T::KIND;

    #[inline]
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        deserializer.deserialize_option(OptionVisitor(at, PhantomData))
    }

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

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

struct OptionVisitor<'p, T>(&'p Path<'p>, PhantomData<T>);

impl<'de, T: Wire> Visitor<'de> for OptionVisitor<'_, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.expected())
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::decode(deserializer, self.0).map(Some)
    }
}
