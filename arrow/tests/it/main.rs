//! The tests of record batches: a module per concern.

// Clippy's allowance for tests ends at the functions that tests call; these fail by panicking too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod cells;
mod lines;
mod rejected;
mod rows;
mod schema_json;
mod setup;
mod shapes;
mod types;
