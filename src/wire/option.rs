//! Members that may be absent: no member and `null` are the same.

use std::fmt;

use super::{Context, Debugged, Decoder, Encoder, Walk, Wire};
use crate::{constraint::Constraint, facts::Kind, path::PathRef};

impl<T: Wire> Wire for Option<T> {
    const KIND: Kind = T::KIND;

    #[cfg(feature = "proptest")]
    const SCHEMAS: &'static [&'static crate::facts::Structure] = T::SCHEMAS;

    #[inline]
    fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
        let mut value = None;
        decoder.nullable(&mut value)?;
        Ok(value)
    }

    #[inline]
    fn encode<E: Encoder>(&self, encoder: E, context: Context) -> Result<E::Ok, E::Error> {
        match self {
            Some(value) => value.encode(encoder, context),
            None => encoder.json("null"),
        }
    }

    #[inline]
    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>) {
        match self {
            Some(value) => value.walk(at, constraint, walk),
            None => walk.absent(at),
        }
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => f.debug_tuple("Some").field(&Debugged(value)).finish(),
            None => f.write_str("None"),
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
