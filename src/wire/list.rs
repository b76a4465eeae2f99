//! Lists.

use std::fmt;

use super::{Context, Debugged, Decoder, Encoder, Value, Walk, Wire};
use crate::{constraint::Constraint, facts::Kind, path::PathRef};

impl<T: Wire> Wire for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);

    #[inline]
    fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
        decoder.list()
    }

    #[inline]
    fn encode<E: Encoder>(&self, encoder: E, context: Context) -> Result<E::Ok, E::Error> {
        encoder.list(self, context.of_element())
    }

    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>) {
        walk.value(at, constraint, Value::List(self.len()));
        let of_element = constraint.and_then(|constraint| constraint.element);
        for (index, element) in self.iter().enumerate() {
            element.walk(&at.index(index), of_element, walk);
        }
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Debugged)).finish()
    }

    #[cfg(feature = "schemars")]
    fn structure(generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
        T::structure(generator)
    }
}
