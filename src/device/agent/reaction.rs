//! How an agent reacts to an error response.

use crate::device::message::ErrorCode;

/// How an agent reacts to an error response; the table in the documentation of `agent` says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reaction {
    /// The same request would be rejected again.
    GiveUp,
    /// The state of the execution is in the response, or must be requested.
    UseState,
    /// The execution does not exist.
    Deleted,
    /// The execution is in a terminal state.
    Ended,
    /// Send the same request again later.
    Repeat,
    /// Send nothing for a while, then the same request again.
    SlowDown,
    /// The response says nothing that this version understands.
    Ignore,
}

impl Reaction {
    pub(super) const fn to(code: &ErrorCode) -> Self {
        match code {
            ErrorCode::InvalidTopic | ErrorCode::InvalidJson | ErrorCode::InvalidRequest => {
                Self::GiveUp
            }
            ErrorCode::InvalidStateTransition | ErrorCode::VersionMismatch => Self::UseState,
            ErrorCode::ResourceNotFound => Self::Deleted,
            ErrorCode::TerminalStateReached => Self::Ended,
            ErrorCode::InternalError => Self::Repeat,
            ErrorCode::RequestThrottled => Self::SlowDown,
            ErrorCode::Unknown(_) => Self::Ignore,
        }
    }
}
