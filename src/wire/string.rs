//! Strings.

use serde::{Deserialize, Deserializer, Serializer};

use super::{Context, Found, Walker, Wire};
use crate::{path::Path, shape::Kind};

impl Wire for String {
    const KIND: Kind = Kind::String;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: &Path<'_>) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::String(self));
    }
}
