//! From an input to its check result.

pub mod decode_error;
mod document;
mod payload;
mod violations;

pub use self::{document::check_document, payload::check_payload};
