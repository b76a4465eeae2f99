//! The value of a job document's placeholder.

use std::str::FromStr;

/// `KEY=VALUE`.
#[derive(Clone, Debug)]
pub(super) struct Parameter {
    pub(super) key: String,
    pub(super) value: String,
}

impl FromStr for Parameter {
    type Err = &'static str;

    fn from_str(argument: &str) -> Result<Self, Self::Err> {
        match argument.split_once('=') {
            Some((key, value)) if !key.is_empty() => Ok(Self {
                key: key.to_owned(),
                value: value.to_owned(),
            }),
            _ => Err("expected KEY=VALUE"),
        }
    }
}
