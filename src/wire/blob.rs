//! Bytes, in base64 on the wire.

use std::fmt;

use aws_smithy_types::{Blob, base64};
use serde::{
    Deserializer, Serializer,
    de::{self, Visitor},
};

use super::{Context, Found, Walker, Wire};
use crate::{path::Path, shape::Kind};

impl Wire for Blob {
    const KIND: Kind = Kind::Blob;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        deserializer.deserialize_str(BlobVisitor(at))
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode(self))
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Blob(self.as_ref()));
    }
}

struct BlobVisitor<'p>(&'p Path<'p>);

impl Visitor<'_> for BlobVisitor<'_> {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Blob::KIND.expected())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Blob, E> {
        base64::decode(text)
            .map(Blob::new)
            .map_err(|_| self.0.expected(Blob::KIND.expected()))
    }
}
