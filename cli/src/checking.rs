//! From an input to its check result.

pub mod decode_error;
mod document;
mod input;
mod looks_like;
mod payload;
mod template;
mod unknown;
mod violations;
mod yaml;

pub use self::{
    document::check_document,
    input::{Checking, InputKind},
    payload::check_payload,
    template::TEMPLATE,
    unknown::unknown_members,
};
