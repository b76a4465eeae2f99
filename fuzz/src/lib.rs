//! The checks that the fuzz targets run on an input; a finding is a panic.
//!
//! The checks use `serde_json` and the declared facts, not the library's codec, to decide what is right.

pub mod arrow;
pub mod checks;
pub mod compare;
pub mod decimal;
pub mod dictionary;
pub mod documents;
pub mod generate;
pub mod json;
pub mod lines;
pub mod messages;
pub mod operations;
pub mod policy;
pub mod readers;
pub mod round_trip;
pub mod seeds;
pub mod shapes;
pub mod times;
pub mod yaml;

/// Splits an input into its first byte, as a number, and the rest.
pub fn split(data: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = data.split_first()?;
    Some((usize::from(*first), rest))
}
