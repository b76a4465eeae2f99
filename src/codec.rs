//! JSON text to values and back.
//!
//! Decoding accepts the JSON that the service and its clients are known to send, and keeps unknown members
//! and values.
//! Encoding is canonical: the same value gives the same bytes, in every process. Members are in the
//! model's order, unknown ones after them by name, map keys sorted, without white space.
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

mod explain;
mod ndjson;

use std::io::{Read, Write};

pub(crate) use self::explain::encode as encode_error;
#[cfg(all(feature = "catalog", feature = "http"))]
pub(crate) use self::explain::located;
pub use self::ndjson::{Chunk, Chunks, Lines, chunks, lines};
pub use crate::json::{Place, compact, indent, locate, name_places, places};
use crate::{
    error::Error,
    json::{Invalid, Reader, Writer},
    shape::Shape,
    wire::{
        Context, Encoder,
        text::{TextDecoder, TextEncoder},
    },
};

/// Decodes a value from JSON in UTF-8.
pub(crate) type Decode<T> = fn(&[u8]) -> Result<T, Error>;

/// Decodes a value from JSON text.
///
/// # Errors
///
/// Fails if the text is not JSON, or not JSON that the shape allows.
#[inline]
pub fn from_str<T: Shape>(text: &str) -> Result<T, Error> {
    let mut place = None;
    match (decode_into(text, &mut place), place) {
        (Ok(()), Some(value)) => Ok(value),
        _ => explain::decode(text),
    }
}

fn decode_into<T: Shape>(text: &str, place: &mut Option<T>) -> Result<(), Invalid> {
    let mut reader = Reader::new(text);
    T::decode_into(TextDecoder::new(&mut reader), place)?;
    reader.end()
}

/// Decodes a value from JSON in UTF-8.
///
/// # Errors
///
/// As [`from_str`], and if the bytes are not UTF-8.
pub fn from_slice<T: Shape>(bytes: &[u8]) -> Result<T, Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => Err(explain::not_utf8(bytes, error)),
    }
}

/// Decodes a value from JSON in UTF-8, read to its end first.
///
/// # Errors
///
/// As [`from_slice`], and if the reader fails.
pub fn from_reader<T: Shape>(mut reader: impl Read) -> Result<T, Error> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(Error::from_io)?;
    from_slice(&bytes)
}

/// Encodes a value as canonical JSON text.
///
/// # Errors
///
/// Fails if the value contains NaN, an infinity, or a timestamp outside years 0001 to 9999.
pub fn to_string<T: Shape>(value: &T) -> Result<String, Error> {
    to_string_in(value, Context::default())
}

/// Encodes a value as canonical JSON.
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec<T: Shape>(value: &T) -> Result<Vec<u8>, Error> {
    to_string(value).map(String::into_bytes)
}

/// Appends a value as canonical JSON to a text, which allocates nothing if the text has the room.
///
/// # Errors
///
/// As [`to_string`]; the text is then as it was.
pub fn append<T: Shape>(text: &mut String, value: &T) -> Result<(), Error> {
    let length = text.len();
    append_in(text, value, Context::default()).inspect_err(|_| text.truncate(length))
}

/// Encodes a value as canonical JSON in a context of its own.
pub(crate) fn to_string_in<T: Shape>(value: &T, context: Context) -> Result<String, Error> {
    let mut text = String::with_capacity(capacity::<T>());
    append_in(&mut text, value, context)?;
    if text.capacity() > KEPT_CAPACITY.max(text.len() * 2) {
        text.shrink_to_fit();
    }
    Ok(text)
}

/// The capacity that a text may have however short it is.
const KEPT_CAPACITY: usize = 1024;

/// A first capacity for the text of a value: the size of a shape grows with the number of its members, and so does
/// its text, which is up to four times as long if most members have values.
fn capacity<T>() -> usize {
    (size_of::<T>() * 4).clamp(128, 8192)
}

fn append_in<T: Shape>(text: &mut String, value: &T, context: Context) -> Result<(), Error> {
    TextEncoder(&mut Writer::append(text))
        .object(value, context)
        .map_err(|Invalid| explain::encode(value))
}

/// Encodes a value as canonical JSON into a writer, in pieces of at most 32 KiB.
///
/// An unknown member or a job document is written in one piece, and so are successive escapes in a string.
///
/// # Errors
///
/// As [`to_string`], and if the writer fails; what was written before stays written.
pub fn to_writer<T: Shape>(mut writer: impl Write, value: &T) -> Result<(), Error> {
    let mut text = String::with_capacity(capacity::<T>());
    let mut output = Writer::output(&mut text, &mut writer);
    match TextEncoder(&mut output).object(value, Context::default()) {
        Ok(()) => output.finish().map_err(Error::from_io),
        Err(Invalid) => Err(match output.into_error() {
            Some(error) => Error::from_io(error),
            None => explain::encode(value),
        }),
    }
}
