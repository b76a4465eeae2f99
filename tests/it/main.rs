//! The crate's integration tests: a module per concern.

mod enums;
mod numbers;
mod timestamps;
