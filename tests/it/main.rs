//! The crate's integration tests: a module per concern.

// Helpers of tests may panic as tests may; clippy.toml reaches only the functions marked #[test].
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

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
