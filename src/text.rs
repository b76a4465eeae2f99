//! Text for messages: positions, excerpts of values, numbers, and the names that misspelt ones resemble.

mod excerpt;
mod position;
mod similar;

pub(crate) use self::{
    excerpt::{describe_json, number, quoted, quoted_within_64, service_message, unquoted},
    position::Position,
    similar::similar,
};
