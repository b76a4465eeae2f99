//! The AWS IoT Jobs data model.

pub mod codec;
pub mod constraint;
pub mod control;
pub mod device;
pub mod document;
pub mod error;
#[cfg(feature = "http")]
pub mod http;
mod number;
pub mod operation;
pub mod pagination;
mod path;
pub mod primitives;
pub mod shape;
mod string_enum;
mod timestamp;
pub mod validate;
mod wire;

pub use self::{control::types, error::Error, validate::Validate};
use string_enum::string_enum;
