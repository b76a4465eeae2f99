//! The crate's integration tests: a module per concern.

mod enums;
mod errors;
mod malformed_text;
mod ndjson;
mod numbers;
mod objects;
mod round_trip;
mod serde_peers;
mod strategy;
mod timestamps;
