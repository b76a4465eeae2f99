//! The pending executions of a device, from the messages that it receives.
//!
//! Messages are delivered late, more than once and out of order, and no execution may run twice
//! because of that. The queue depends on the set of messages only: of each part of its state it keeps
//! the largest value (the highest version, the latest time, a terminal state), and it derives the
//! values of a message from that message alone. It does not read a clock; it compares the times at
//! which the service sent the messages.
//!
//! # What the queue knows, and what it cannot know
//!
//! - An execution is identified by its job and number, and by the second in which it was queued: a job that
//!   was deleted and created again has the same numbers again. A message without that time is about the
//!   latest execution that was queued before the message was sent. A job that is created again in the same
//!   second in which the execution of the earlier one ended counts as ended.
//! - `notify-next` and the responses to `StartNextPendingJobExecution` and, with
//!   [`on_next_described`](Queue::on_next_described), to `DescribeJobExecution` for `$next` name the first
//!   pending execution. One that would come before it and is in no later message is not pending.
//! - Whether this device or another client with the same thing started an execution is only known from
//!   responses to requests of this device. An execution in a notification that is in progress is returned as
//!   [`Next::Resume`], since this device may have started it before a restart. If an error response has the
//!   execution in progress that this device wanted to start, it is not returned; but the queue cannot tell the two
//!   apart if it also receives a notification that has the execution in progress at a lower version.
//!   [`agent`](crate::device::agent) keeps what it has started, also over restarts.
//! - It keeps at least 128 executions, and at most twice as many. Of more, it forgets those that are not
//!   pending and were in no message for the longest time. A message about one of these that is delivered after
//!   that may make it pending again, unless a complete list was sent later than that message; the service
//!   then rejects the start, since the version is not the expected one.

mod apply;
mod execution;
mod execution_id;
mod merge;
mod observation;
mod record;
mod undated;

use std::collections::BTreeMap;

pub(super) use self::merge::MAY_BE_TRUNCATED;
use self::merge::NextExecution;
pub use self::{execution::Execution, execution_id::ExecutionId};
use crate::primitives::DateTime;

/// How many executions are kept; up to twice as many before some are removed.
const MOST_KEPT: usize = 128;

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
    /// The latest statement of the next execution.
    next: Option<NextExecution>,
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
            .filter(|execution| !self.is_outranked(execution))
            .collect();
        pending.sort_by(|one, other| one.order().cmp(&other.order()));
        pending
    }

    /// An execution, whether over or not.
    pub fn get(&self, id: &ExecutionId) -> Option<&Execution> {
        self.executions.get(id)
    }

    /// Removes the executions that were last in a message the longest ago, those that are not pending first.
    fn forget(&mut self) {
        if self.executions.len() <= 2 * MOST_KEPT {
            return;
        }
        let listed_at = self.listed_at;
        let mut by_age: Vec<_> = self
            .executions
            .values()
            .map(|known| {
                (
                    known.is_pending(listed_at),
                    known.last_seen_at(),
                    known.id(),
                )
            })
            .collect();
        by_age.sort_unstable_by(|one, other| other.cmp(one));
        let removed = by_age.iter().skip(MOST_KEPT);
        let removed: Vec<ExecutionId> = removed.map(|(_, _, id)| (*id).clone()).collect();
        for id in removed {
            self.executions.remove(&id);
        }
    }

    /// Whether an execution has no number while others of its job have one.
    fn is_superseded(&self, id: &ExecutionId) -> bool {
        // `None` sorts before every number of the same job.
        let mut following = self.executions.range(id..).skip(1);
        let same_job = |(next, _): (&ExecutionId, _)| next.job_id() == id.job_id();
        id.execution_number().is_none() && following.next().is_some_and(same_job)
    }

    /// Whether an execution would have been the next one instead of the one in a later message.
    fn is_outranked(&self, execution: &Execution) -> bool {
        let Some(next) = &self.next else {
            return false;
        };
        let comes_first = match (execution.is_in_progress(), next.is_in_progress) {
            (true, false) => true,
            (false, true) => false,
            _ => execution
                .queued_at()
                .zip(next.queued_at)
                .is_some_and(|(one, other)| one < other),
        };
        comes_first && execution.last_seen_at() < Some(next.at)
    }
}
