//! The crate's integration tests: a module per concern.

// Clippy's allowance for tests ends at the functions that tests call; these fail by panicking too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod errors;
#[cfg(feature = "http")]
mod http_requests;
#[cfg(feature = "http")]
mod http_responses;
mod pagination;
#[cfg(feature = "http")]
mod recorded;
#[cfg(feature = "http")]
mod router;
