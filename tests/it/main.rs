//! The crate's integration tests: a module per concern.

mod errors;
mod topics;
