//! The tests of forecasts: a module per concern.

// Clippy's allowance for tests ends at the functions that tests call; these fail by panicking too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod abort;
mod advice;
mod bounds;
mod ends;
mod guide;
mod open_points;
mod properties;
mod random_numbers;
mod refused;
mod retries;
mod setup;
mod windows;
