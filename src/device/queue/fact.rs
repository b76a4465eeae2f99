//! What one message says of one execution.

use crate::{device::types::JobExecutionStatus, primitives::DateTime};

/// How an execution is, as one message told it; of two facts the larger one counts.
///
/// The order of the fields is the order of their weight.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fact {
    /// Whether the execution is over: nothing comes after that.
    pub(super) over: bool,
    /// The version of the execution.
    pub(super) version: Option<i64>,
    /// When it was so.
    pub(super) at: Option<DateTime>,
    /// How far the execution is.
    pub(super) phase: Phase,
    /// The state, unless all that is known is that the execution is over.
    pub(super) status: Option<JobExecutionStatus>,
}

/// How far an execution is; no execution goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Queued,
    /// In a state that this version does not know.
    Unclear,
    InProgress,
    Over,
}

impl Fact {
    /// The fact of this state, at no version and no time.
    pub(super) fn of(status: &JobExecutionStatus) -> Self {
        let phase = match status {
            JobExecutionStatus::Queued => Phase::Queued,
            JobExecutionStatus::InProgress => Phase::InProgress,
            status if status.is_terminal() => Phase::Over,
            _ => Phase::Unclear,
        };
        Self {
            over: phase == Phase::Over,
            version: None,
            at: None,
            phase,
            status: Some(status.clone()),
        }
    }

    /// The fact that the execution is over, in whatever state.
    pub(super) const fn over() -> Self {
        Self {
            over: true,
            version: None,
            at: None,
            phase: Phase::Over,
            status: None,
        }
    }
}
