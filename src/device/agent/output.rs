//! What a program has to do for an agent.

use super::{Problem, State, StatusDetails};
use crate::device::{
    message::Publish,
    queue::ExecutionId,
    topic::Filter,
    types::{JobDocument, JobExecutionStatus},
};

/// What a program has to do for an agent, in the order in which the agent returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Output {
    /// Store the state, so that it survives a loss of power, before asking for the next output.
    Store(State),
    /// Subscribe to these topics, and call [`subscribed`](super::Agent::subscribed) once the broker confirmed it.
    Subscribe(Vec<Filter>),
    /// Publish this message.
    Publish(Publish),
    /// Begin this execution, which the service has set to `IN_PROGRESS`.
    Begin(Work),
    /// Continue this execution, which an earlier process of the device began or was about to begin.
    Resume(Work),
    /// Stop the work on this execution; no report of it is possible.
    Stop(ExecutionId, StopReason),
    /// The service has accepted a report that the execution has this state.
    Reported(ExecutionId, JobExecutionStatus),
    /// The end of this execution that the program reported was not accepted, since it has ended before.
    Discarded(ExecutionId, StopReason),
    /// Log this message that the agent could not use, or this request that the service rejected as invalid.
    Problem(Problem),
}

/// The work of an execution.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Work {
    /// The execution, for reports about it.
    pub id: ExecutionId,
    /// The job document; absent if the service sent none.
    pub document: Option<JobDocument>,
    /// The status details at the service.
    pub status_details: Option<StatusDetails>,
    /// The text that the program set with [`checkpoint`](super::Agent::checkpoint) before a restart.
    pub checkpoint: Option<String>,
}

/// Why an execution has to be stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StopReason {
    /// The job or the execution was canceled with force.
    Canceled,
    /// A timer expired.
    TimedOut,
    /// The thing was deleted or left the targets.
    Removed,
    /// The execution was deleted, or its job was deleted and created again.
    Deleted,
    /// It is in a terminal state that another client set, or that the service did not name.
    Ended,
}

impl StopReason {
    /// The reason for which an execution in a terminal state stops; `None` if the state is not terminal.
    pub(super) const fn of(status: &JobExecutionStatus) -> Option<Self> {
        match status {
            JobExecutionStatus::Canceled => Some(Self::Canceled),
            JobExecutionStatus::TimedOut => Some(Self::TimedOut),
            JobExecutionStatus::Removed => Some(Self::Removed),
            JobExecutionStatus::Succeeded
            | JobExecutionStatus::Failed
            | JobExecutionStatus::Rejected => Some(Self::Ended),
            JobExecutionStatus::Queued
            | JobExecutionStatus::InProgress
            | JobExecutionStatus::Unknown(_) => None,
        }
    }
}
