//! MQTT topics and topic filters.

// clippy.toml allows these in test functions only; the rows' helpers fail by panicking as well.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod filters;
mod invalid;
mod names;
mod random;
mod sets;
mod table;
