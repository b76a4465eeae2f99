//! The crate's integration tests: a module per concern.

// Clippy's allowance for tests ends at the functions that tests call; these fail by panicking too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod errors;
mod events;
mod messages;
mod queue;
mod states;
