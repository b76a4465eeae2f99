//! Why there is no forecast.

use std::fmt;

use iot_jobs::{Path, validate::Violations};

/// A rollout cannot be forecast.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The service would reject the input; the violations contain its warnings, too.
    Invalid(Violations),
    /// A setting is valid, or only warned of, but has a value that this version cannot forecast.
    Setting {
        /// The path of the setting, such as `schedulingConfig.endTime`.
        path: Path,
        /// What was found and what is needed.
        message: String,
    },
    /// An assumption about the fleet is not possible.
    Assumption {
        /// The member of [`Fleet`](crate::Fleet), such as `outcomes.failed`.
        member: &'static str,
        /// What was found and what is needed.
        message: String,
    },
    /// A reading has no such open point, or an open point no such value.
    Reading(String),
}

impl Error {
    pub(crate) fn assumption(member: &'static str, message: impl Into<String>) -> Self {
        Self::Assumption {
            member,
            message: message.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(violations) => violations.fmt(f),
            Self::Setting { path, message } => write!(f, "{path}: {message}"),
            Self::Assumption { member, message } => write!(f, "{member}: {message}"),
            Self::Reading(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Invalid(violations) => Some(violations),
            _ => None,
        }
    }
}
