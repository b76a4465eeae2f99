//! Conversions to and from the types of the AWS SDK.

mod convert;
mod serde;

pub use self::serde::{SdkValue, deserialize, serialize};
pub(crate) use self::{
    convert::{FromSdk, IntoSdk, convert_enum, error_metadata, missing, not_built},
    serde::Convertible,
};
