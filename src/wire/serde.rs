//! Decoding from and encoding to any format of serde.
//!
//! Decoding records the path of the first fault in the trace at the root of the path, if there is one; the
//! messages of serde errors name at most the member, since other crates add the path.

mod decoder;
mod encoder;
mod json_text;
mod json_value;
mod members;

pub(crate) use self::{
    decoder::SerdeDecoder,
    encoder::SerdeEncoder,
    json_text::{FromText, read_text},
    json_value::JsonValue,
};
