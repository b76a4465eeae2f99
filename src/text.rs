//! Text for messages: positions, excerpts of values, and numbers.

mod excerpt;
mod position;

pub(crate) use self::{
    excerpt::{describe_json, number, quoted, quoted_within_64, service_message, unquoted},
    position::Position,
};
