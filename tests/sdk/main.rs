//! Conversions to and from the AWS SDK, compared with what the SDK itself writes and reads.
//!
//! `SDK_CASES` is the number of generated values of each shape and direction.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod adaptor;
mod exceptions;
mod failures;
mod inputs;
mod losses;
mod operations;
mod outputs;
mod sdk;
mod shapes;
mod stored;
mod values;
