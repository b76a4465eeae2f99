//! The crate's integration tests: a module per concern.

mod enums;
mod errors;
mod malformed_text;
mod numbers;
mod objects;
mod timestamps;
