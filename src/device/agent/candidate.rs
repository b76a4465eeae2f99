//! An execution that the agent wants to start.

use std::time::Duration;

use crate::{
    device::{queue::ExecutionId, types::JobDocument},
    primitives::DateTime,
};

/// An execution in state `QUEUED` that the agent wants to start.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) id: ExecutionId,
    pub(super) queued_at: Option<DateTime>,
    /// The version that it must have.
    pub(super) version: i64,
    pub(super) document: Option<JobDocument>,
    /// A time after which the service stated it; `None` if that is not known, as of a notification.
    pub(super) stated_after: Option<Duration>,
    /// When to send the request.
    pub(super) at: Duration,
}
