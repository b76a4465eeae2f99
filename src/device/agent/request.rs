//! A request without a response so far.

use std::time::Duration;

use crate::device::{message::Publish, queue::ExecutionId, types::JobExecutionStatus};

/// A request without a response so far.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    pub(super) token: String,
    pub(super) purpose: Purpose,
    pub(super) publish: Publish,
    pub(super) sent_at: Duration,
    /// When to send it again.
    pub(super) repeat_at: Duration,
    pub(super) attempts: u32,
}

/// What a request is for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Purpose {
    /// To get the pending executions, or to start the next one.
    Pending,
    /// To get the state and the document of an execution in the list.
    LookUp(ExecutionId),
    /// To get the state of an execution that this agent has started.
    Check(ExecutionId),
    /// To start an execution.
    Start(ExecutionId),
    /// To report the progress or the end of an execution.
    Report(ExecutionId, Sent),
}

/// What a report has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sent {
    pub(super) status: JobExecutionStatus,
    /// Whether it has the progress that is still the latest.
    pub(super) has_progress: bool,
    pub(super) expected_version: Option<i64>,
}

impl Purpose {
    /// The execution that the request is about; `None` if it is about whichever is pending.
    pub(super) const fn id(&self) -> Option<&ExecutionId> {
        match self {
            Self::Pending => None,
            Self::LookUp(id) | Self::Check(id) | Self::Start(id) | Self::Report(id, _) => Some(id),
        }
    }
}
