//! JSON text to values and back.
//!
//! Decoding reads any JSON that the wire is known to carry and keeps what the model does not know.
//! Encoding is canonical: the same value gives the same bytes, in every process. Members stand in
//! the model's order, unknown ones behind them by name, map keys sorted, without white space.
//!
//! ```
//! use iot_jobs::{codec, types::Job};
//!
//! let job: Job = codec::from_slice(
//!     br#"{"documentParameters": {"b": "2", "a": "1"}, "createdAt": 1549395301.389, "new": 1.0}"#,
//! )?;
//! assert_eq!(
//!     codec::to_string(&job)?,
//!     r#"{"createdAt":1549395301.389,"documentParameters":{"a":"1","b":"2"},"new":1.0}"#
//! );
//! # Ok::<(), iot_jobs::Error>(())
//! ```

mod diagnose;
pub(crate) mod layout;
mod ndjson;
pub(crate) mod place;
mod position;
pub(crate) mod scan;

use std::io::{Read, Write};

#[cfg(all(feature = "catalog", feature = "http"))]
pub(crate) use self::diagnose::placed;
pub(crate) use self::{
    diagnose::{foreign, found, shown},
    position::Position,
};
pub use self::{
    layout::{compact, indent},
    ndjson::{Lines, lines},
    place::{Place, locate, places},
};
use crate::{
    error::Error,
    path::{Path, Root, Trace},
    shape::Shape,
    wire::{Context, Encoded},
};

/// Decodes a value from JSON in UTF-8.
pub(crate) type Decode<T> = fn(&[u8]) -> Result<T, Error>;

/// Decodes a value from JSON text.
pub fn from_str<T: Shape>(text: &str) -> Result<T, Error> {
    decode_at(text, &Path::Root(Root::FirstLook)).or_else(|_| {
        let trace = Trace::default();
        decode_at(text, &Path::Root(Root::Traced(&trace)))
            .map_err(|cause| diagnose::decoding(text, &cause, trace, T::KIND))
    })
}

fn decode_at<T: Shape>(text: &str, root: &Path<'_>) -> Result<T, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::decode(&mut json, root)?;
    json.end()?;
    Ok(value)
}

/// Decodes a value from JSON in UTF-8.
pub fn from_slice<T: Shape>(bytes: &[u8]) -> Result<T, Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => Err(diagnose::not_utf8::<T>(bytes, error)),
    }
}

/// Decodes a value from JSON in UTF-8, read to its end first.
pub fn from_reader<T: Shape>(mut reader: impl Read) -> Result<T, Error> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(Error::from_io)?;
    from_slice(&bytes)
}

/// Encodes a value as canonical JSON text.
pub fn to_string<T: Shape>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|cause| diagnose::encoding(value, cause))
}

/// Encodes a value as canonical JSON.
pub fn to_vec<T: Shape>(value: &T) -> Result<Vec<u8>, Error> {
    to_vec_in(value, Context::default())
}

/// Encodes a value as canonical JSON in a context of its own.
pub(crate) fn to_vec_in<T: Shape>(value: &T, context: Context) -> Result<Vec<u8>, Error> {
    const LEAST: usize = 128;
    // A shape of many members has much to say: its own size is a fair first guess.
    let mut text = Vec::with_capacity(size_of::<T>().max(LEAST));
    serde_json::to_writer(&mut text, &Encoded(value, context))
        .map_err(|cause| diagnose::encoding(value, cause))?;
    Ok(text)
}

/// Encodes a value as canonical JSON into a writer, such as a buffer that is used again.
pub fn to_writer<T: Shape>(writer: impl Write, value: &T) -> Result<(), Error> {
    serde_json::to_writer(writer, value).map_err(|cause| diagnose::encoding(value, cause))
}
