//! Text for messages and descriptions: positions, excerpts of values, numbers, the names that misspelt ones resemble, and
//! doc comments as plain text.

mod excerpt;
mod plain;
mod position;
mod similar;

pub(crate) use self::{
    excerpt::{describe_json, number, quoted, quoted_within_64, service_message, unquoted},
    plain::plain,
    position::Position,
    similar::similar,
};
