//! From an input to its check result.

pub mod decode_error;
mod document;
mod looks_like;
mod payload;
mod unknown;
mod violations;

pub use self::{document::check_document, payload::check_payload, unknown::unknown_members};
