//! Parts of ARNs that are not valid.

use std::fmt;

use crate::text;

/// A name that no ARN can contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    part: Part,
    found: String,
}

/// A part of the ARNs of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Partition,
    Region,
    Account,
}

impl Part {
    /// The name, if the part can have it.
    pub(super) fn check(self, name: &str) -> Result<String, PolicyError> {
        let all = |allowed: fn(u8) -> bool| !name.is_empty() && name.bytes().all(allowed);
        let plain = all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let valid = match self {
            Self::Partition => plain && (name == "aws" || name.starts_with("aws-")),
            Self::Region => name == "*" || plain,
            Self::Account => name == "*" || name.len() == 12 && all(|byte| byte.is_ascii_digit()),
        };
        if valid {
            Ok(name.to_owned())
        } else {
            let found = text::quoted_within_64(name);
            Err(PolicyError { part: self, found })
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = match self.part {
            Part::Partition => "a partition, `aws` or a name that begins with `aws-`",
            Part::Region => "a region such as eu-west-1, or `*`",
            Part::Account => "an account of 12 digits, or `*`",
        };
        write!(f, "found {}, expected {expected}", self.found)
    }
}

impl std::error::Error for PolicyError {}
