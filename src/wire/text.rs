//! Decoding from and encoding to the crate's own JSON text reader and writer.
//!
//! This side has no paths: what it rejects is decoded again by [`serde`](super::serde), which explains it.

mod decoder;
mod encoder;

pub(in crate::wire) use self::decoder::digits;
pub(crate) use self::{decoder::TextDecoder, encoder::TextEncoder};
