//! The pending executions of a device, from the messages that it receives.
//!
//! Messages are delivered late, more than once and out of order, and no execution may run twice
//! because of that. The queue depends on the set of messages only: of each part of its state it keeps
//! the largest value (the highest version, the latest time, a terminal state), and it derives the
//! values of a message from that message alone. It does not read a clock; it compares the times at
//! which the service sent the messages.

mod apply;
mod execution;
mod observation;

use std::collections::BTreeMap;

pub use self::execution::{Execution, ExecutionId};
use self::observation::Observation;
use crate::{
    device::{
        message::{Executions, StatesExecutions},
        types::{JobExecution, JobExecutionStatus, JobExecutionSummary},
    },
    primitives::DateTime,
};

/// A list of this length or more may be truncated.
const MAY_BE_TRUNCATED: usize = 10;

/// The known job executions of one thing.
///
/// An execution is identified by its job and execution number, and its highest version counts. An
/// execution in a terminal state never becomes pending again; a retry has another number. A list with
/// fewer than 10 executions is complete: an execution that is not in it, and in no message of the same
/// second or later, is not pending. It was canceled or is outside its maintenance window.
///
/// ```
/// use iot_jobs::{codec, device::queue::{ExecutionId, Next, Queue}};
///
/// let mut queue = Queue::default();
/// assert_eq!(queue.next(), Next::Request);
///
/// let notify = codec::from_str(r#"{"timestamp": 10, "jobs": {"QUEUED": [
///     {"jobId": "update", "executionNumber": 1, "versionNumber": 1, "queuedAt": 9}]}}"#)?;
/// queue.on_jobs_changed(&notify);
/// let update = ExecutionId::new("update", Some(1));
/// assert!(matches!(queue.next(), Next::Start(execution) if *execution.id() == update));
///
/// let rejected = codec::from_str(r#"{"timestamp": 11, "code": "VersionMismatch",
///     "executionState": {"status": "CANCELED", "versionNumber": 2}}"#)?;
/// queue.on_rejected(&update, &rejected);
/// queue.on_jobs_changed(&notify); // delivered again, late
/// assert_eq!(queue.next(), Next::Wait);
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    executions: BTreeMap<ExecutionId, Execution>,
    /// When the latest complete list was sent.
    listed_at: Option<DateTime>,
    /// Whether any complete list was received.
    listed: bool,
}

/// The next action of a device.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Next<'a> {
    /// Request the pending executions, or `$next`: not all of them are known.
    Request,
    /// Resume this execution, which is in progress, possibly since before a restart.
    Resume(&'a Execution),
    /// Start this execution.
    Start(&'a Execution),
    /// Wait for a notification.
    Wait,
}

impl Queue {
    /// The next action: executions in progress first, then the one that was queued first.
    pub fn next(&self) -> Next<'_> {
        let action = self.pending().into_iter().find_map(Execution::action);
        action.unwrap_or(if self.listed {
            Next::Wait
        } else {
            Next::Request
        })
    }

    /// The executions that are not over: those in progress first, then by the time they were queued.
    pub fn pending(&self) -> Vec<&Execution> {
        let mut pending: Vec<_> = self
            .executions
            .values()
            .filter(|execution| execution.is_pending(self.listed_at))
            .filter(|execution| !self.is_superseded(execution.id()))
            .collect();
        pending.sort_by(|one, other| one.order().cmp(&other.order()));
        pending
    }

    /// An execution, whether over or not.
    pub fn get(&self, id: &ExecutionId) -> Option<&Execution> {
        self.executions.get(id)
    }

    fn merge_executions(&mut self, payload: &impl StatesExecutions) {
        match payload.executions() {
            Some(Executions::List {
                sent_at,
                executions,
            }) => self.merge_list(sent_at, &executions),
            Some(Executions::Next { sent_at, execution }) => self.merge_next(sent_at, execution),
            None => {}
        }
    }

    fn merge_next(&mut self, at: Option<DateTime>, execution: Option<&JobExecution>) {
        let Some(execution) = execution else {
            return self.merge_list(at, &[]);
        };
        // Without a state it is outside its maintenance window and cannot be started yet.
        let (Some(job_id), Some(status)) = (&execution.job_id, &execution.status) else {
            return;
        };
        let observation = Observation {
            version: execution.version_number,
            at: at.or(execution.last_updated_at).or(execution.queued_at),
            ..Observation::of(status)
        };
        let id = ExecutionId::new(job_id, execution.execution_number);
        let known = self.execution(&id);
        known.merge(observation);
        known.merge_queued_at(execution.queued_at);
    }

    fn merge_list(
        &mut self,
        at: Option<DateTime>,
        entries: &[(&JobExecutionStatus, &JobExecutionSummary)],
    ) {
        for (status, summary) in entries {
            let Some(job_id) = &summary.job_id else {
                continue;
            };
            let observation = Observation {
                version: summary.version_number,
                at: at.or(summary.last_updated_at).or(summary.queued_at),
                ..Observation::of(status)
            };
            let id = ExecutionId::new(job_id, summary.execution_number);
            let known = self.execution(&id);
            known.merge(observation);
            known.merge_queued_at(summary.queued_at);
        }
        if entries.len() < MAY_BE_TRUNCATED {
            self.listed = true;
            self.listed_at = self.listed_at.max(at);
        }
    }

    fn execution(&mut self, id: &ExecutionId) -> &mut Execution {
        let known = self.executions.entry(id.clone());
        known.or_insert_with(|| Execution::new(id.clone()))
    }

    /// Whether an execution has no number while others of its job have one.
    fn is_superseded(&self, id: &ExecutionId) -> bool {
        // `None` sorts before every number of the same job.
        let mut following = self.executions.range(id..).skip(1);
        let same_job = |(next, _): (&ExecutionId, _)| next.job_id() == id.job_id();
        id.execution_number().is_none() && following.next().is_some_and(same_job)
    }
}
