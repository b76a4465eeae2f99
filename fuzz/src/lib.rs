//! What the fuzz targets share: every shape by number, and judges of what the library makes of an input.
//!
//! A finding is a panic. The judges rest on `serde_json` and on the declared facts, not on the codec.

pub mod compare;
pub mod decimal;
pub mod documents;
pub mod generate;
pub mod json;
pub mod lines;
pub mod messages;
pub mod moments;
pub mod operations;
pub mod policy;
pub mod round_trip;
pub mod seeds;
pub mod shapes;
pub mod wire_dict;

/// The number that an input starts with, and the rest of it.
pub fn split(data: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = data.split_first()?;
    Some((usize::from(*first), rest))
}
