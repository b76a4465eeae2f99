//! What one message states about one execution.

use crate::{device::types::JobExecutionStatus, primitives::DateTime};

/// The state of an execution in one message; the largest observation counts.
///
/// Observations are compared field by field, in the order of declaration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Observation {
    /// Whether the execution is over, which no later message can change.
    pub(super) over: bool,
    /// The version of the execution.
    pub(super) version: Option<i64>,
    /// When the execution had this state.
    pub(super) at: Option<DateTime>,
    /// The phase of the state.
    pub(super) phase: Phase,
    /// The state; absent if the message states only that the execution is over.
    pub(super) status: Option<JobExecutionStatus>,
    /// The kind of the message.
    pub(super) source: Source,
}

/// The kind of message that an observation is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// A notification, or the response to a request that changes nothing.
    Stated,
    /// An error response.
    Rejected,
    /// The response to a request of this device that started or updated the execution.
    Accepted,
}

/// A group of states; an execution never returns to an earlier phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Queued,
    /// The state is unknown to this version.
    Unknown,
    InProgress,
    Over,
}

impl Observation {
    /// An observation of this state without version and time.
    pub(super) fn of(status: &JobExecutionStatus) -> Self {
        let phase = match status {
            JobExecutionStatus::Queued => Phase::Queued,
            JobExecutionStatus::InProgress => Phase::InProgress,
            JobExecutionStatus::Succeeded
            | JobExecutionStatus::Failed
            | JobExecutionStatus::TimedOut
            | JobExecutionStatus::Rejected
            | JobExecutionStatus::Removed
            | JobExecutionStatus::Canceled => Phase::Over,
            JobExecutionStatus::Unknown(_) => Phase::Unknown,
        };
        Self {
            over: phase == Phase::Over,
            version: None,
            at: None,
            phase,
            status: Some(status.clone()),
            source: Source::Stated,
        }
    }

    /// The observation that the execution is over, in a state that is not known.
    pub(super) const fn over() -> Self {
        Self {
            over: true,
            version: None,
            at: None,
            phase: Phase::Over,
            status: None,
            source: Source::Rejected,
        }
    }

    /// Whether all that the message states is that the execution is over, such as after its deletion.
    pub(super) const fn is_deleted(&self) -> bool {
        self.status.is_none()
    }
}
