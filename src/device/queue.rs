//! What a device has to do, out of the messages it hears.
//!
//! Messages come late, twice and out of order, and an execution must not run twice for that. The
//! state here depends on which messages were heard, not on their order or number: of everything it
//! keeps, it keeps the largest (the highest version, the latest time, the terminal state), and a
//! message adds to it without asking what was there before. It reads no clock: it goes by the
//! times at which the service says it sent a message.

mod execution;
mod fact;

use std::collections::BTreeMap;

pub use self::execution::{Execution, ExecutionId};
use self::fact::Fact;
use crate::{
    device::{
        message::{
            DescribeJobExecutionResponse, ErrorResponse, GetPendingJobExecutionsResponse,
            JobExecutionsChanged, Message, NextJobExecutionChanged,
            StartNextPendingJobExecutionResponse, UpdateJobExecutionRequest,
            UpdateJobExecutionResponse,
        },
        types::{JobExecution, JobExecutionStatus, JobExecutionSummary},
    },
    primitives::DateTime,
};

/// The length from which a list of executions may be cut off.
const FULL: usize = 10;

/// The job executions of one thing, as far as its messages told.
///
/// Two executions are the same if job and execution number are. The higher version counts. An
/// execution in a terminal state never comes back; a retry has another number. A list of fewer
/// than 10 executions is whole, so that an execution last heard of before it and not in it is gone,
/// be it canceled or outside its maintenance window, until a later message has it again. What is
/// heard in the very second of such a list stays, since either may have come first.
///
/// ```
/// use iot_jobs::{codec, device::queue::{ExecutionId, Next, Queue}};
///
/// let mut queue = Queue::default();
/// assert_eq!(queue.next(), Next::Ask);
///
/// let notify = codec::from_str(r#"{"timestamp": 10, "jobs": {"QUEUED": [
///     {"jobId": "update", "executionNumber": 1, "versionNumber": 1, "queuedAt": 9}]}}"#)?;
/// queue.jobs_changed(&notify);
/// let update = ExecutionId::new("update", Some(1));
/// assert!(matches!(queue.next(), Next::Start(execution) if *execution.id() == update));
///
/// let refused = codec::from_str(r#"{"timestamp": 11, "code": "VersionMismatch",
///     "executionState": {"status": "CANCELED", "versionNumber": 2}}"#)?;
/// queue.rejected(&update, &refused);
/// queue.jobs_changed(&notify); // once more, and late
/// assert_eq!(queue.next(), Next::Wait);
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    executions: BTreeMap<ExecutionId, Execution>,
    /// When the latest list that was whole was sent.
    listed_at: Option<DateTime>,
    /// Whether any list was whole.
    listed: bool,
}

/// What a device is to do.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Next<'a> {
    /// Ask for the pending executions, or for `$next`: not all of them are known.
    Ask,
    /// Go on with this execution, which the device has started, perhaps before a restart.
    Resume(&'a Execution),
    /// Start this execution.
    Start(&'a Execution),
    /// Wait for a notification.
    Wait,
}

impl Queue {
    /// What to do now: first what was started, then what was queued the longest.
    pub fn next(&self) -> Next<'_> {
        let ready = self.pending().into_iter().find_map(Execution::step);
        ready.unwrap_or(if self.listed { Next::Wait } else { Next::Ask })
    }

    /// The executions that are not over: those in progress first, then by the time they were queued.
    pub fn pending(&self) -> Vec<&Execution> {
        let mut pending: Vec<_> = self
            .executions
            .values()
            .filter(|execution| execution.is_pending(self.listed_at))
            .filter(|execution| !self.has_numbered(execution.id()))
            .collect();
        pending.sort_by(|one, other| one.order().cmp(&other.order()));
        pending
    }

    /// What is known of an execution, over or not.
    pub fn get(&self, id: &ExecutionId) -> Option<&Execution> {
        self.executions.get(id)
    }

    /// Hears any message that makes sense alone; `false` for the others, which are requests, events,
    /// and what only makes sense with its request: [`updated`](Queue::updated) and
    /// [`rejected`](Queue::rejected).
    pub fn hear(&mut self, message: &Message) -> bool {
        match message {
            Message::JobExecutionsChanged(changed) => self.jobs_changed(changed),
            Message::NextJobExecutionChanged(changed) => self.next_changed(changed),
            Message::GetPendingJobExecutionsResponse(answer) => self.listed(answer),
            Message::StartNextPendingJobExecutionResponse(answer) => self.started(answer),
            Message::DescribeJobExecutionResponse(answer) => self.described(answer),
            _ => return false,
        }
        true
    }

    /// Hears a message of the topic `notify`.
    pub fn jobs_changed(&mut self, changed: &JobExecutionsChanged) {
        if let Some(jobs) = &changed.jobs {
            let entries = jobs
                .iter()
                .flat_map(|(status, jobs)| jobs.iter().map(move |job| (status, job)));
            self.hear_list(changed.timestamp, entries);
        }
    }

    /// Hears a message of the topic `notify-next`.
    pub fn next_changed(&mut self, changed: &NextJobExecutionChanged) {
        self.hear_execution(changed.timestamp, changed.execution.as_ref());
    }

    /// Hears which executions are pending.
    pub fn listed(&mut self, answer: &GetPendingJobExecutionsResponse) {
        if answer.in_progress_jobs.is_some() || answer.queued_jobs.is_some() {
            let running = answer.in_progress_jobs().iter();
            let waiting = answer.queued_jobs().iter();
            let entries = running
                .map(|job| (&JobExecutionStatus::InProgress, job))
                .chain(waiting.map(|job| (&JobExecutionStatus::Queued, job)));
            self.hear_list(answer.timestamp, entries);
        }
    }

    /// Hears which execution was started.
    pub fn started(&mut self, answer: &StartNextPendingJobExecutionResponse) {
        self.hear_execution(answer.timestamp, answer.execution.as_ref());
    }

    /// Hears how an execution is, or that there is none to work on.
    pub fn described(&mut self, answer: &DescribeJobExecutionResponse) {
        self.hear_execution(answer.timestamp, answer.execution.as_ref());
    }

    /// Hears that an execution was updated.
    ///
    /// What the answer leaves out follows from the request: the state is the one it asked for, and
    /// the version one more than it expected.
    pub fn updated(
        &mut self,
        id: &ExecutionId,
        request: &UpdateJobExecutionRequest,
        answer: &UpdateJobExecutionResponse,
    ) {
        let state = answer.execution_state.as_ref();
        let status = state.and_then(|state| state.status.as_ref());
        let version = state.and_then(|state| state.version_number);
        let raised = || request.expected_version?.checked_add(1);
        let fact = Fact {
            version: version.or_else(raised),
            at: answer.timestamp,
            ..Fact::of(status.unwrap_or(&request.status))
        };
        self.execution(id).learn(fact);
    }

    /// Hears that a request about an execution was refused, and with it how the execution is.
    pub fn rejected(&mut self, id: &ExecutionId, error: &ErrorResponse) {
        let state = error.execution_state.as_ref();
        let status = state.and_then(|state| state.status.as_ref());
        let known = match status {
            Some(status) => Fact::of(status),
            None if error.is_over() => Fact::over(),
            None => return,
        };
        self.execution(id).learn(Fact {
            version: state.and_then(|state| state.version_number),
            at: error.timestamp,
            ..known
        });
    }

    fn hear_execution(&mut self, at: Option<DateTime>, execution: Option<&JobExecution>) {
        let Some(execution) = execution else {
            return self.hear_list(at, std::iter::empty());
        };
        // Without a state it waits for its maintenance window, and there is nothing to do yet.
        let (Some(job_id), Some(status)) = (&execution.job_id, &execution.status) else {
            return;
        };
        let fact = Fact {
            version: execution.version_number,
            at: at.or(execution.last_updated_at).or(execution.queued_at),
            ..Fact::of(status)
        };
        let id = ExecutionId::new(job_id, execution.execution_number);
        let known = self.execution(&id);
        known.learn(fact);
        known.learn_queued_at(execution.queued_at);
    }

    fn hear_list<'a>(
        &mut self,
        at: Option<DateTime>,
        entries: impl Iterator<Item = (&'a JobExecutionStatus, &'a JobExecutionSummary)>,
    ) {
        let mut length = 0;
        for (status, summary) in entries {
            length += 1;
            let Some(job_id) = &summary.job_id else {
                continue;
            };
            let fact = Fact {
                version: summary.version_number,
                at: at.or(summary.last_updated_at).or(summary.queued_at),
                ..Fact::of(status)
            };
            let id = ExecutionId::new(job_id, summary.execution_number);
            let known = self.execution(&id);
            known.learn(fact);
            known.learn_queued_at(summary.queued_at);
        }
        if length < FULL {
            self.listed = true;
            self.listed_at = self.listed_at.max(at);
        }
    }

    fn execution(&mut self, id: &ExecutionId) -> &mut Execution {
        let known = self.executions.entry(id.clone());
        known.or_insert_with(|| Execution::new(id.clone()))
    }

    /// Whether an execution without a number is one of a job whose executions came with theirs.
    fn has_numbered(&self, id: &ExecutionId) -> bool {
        // Behind no number come all the numbers of the job.
        let mut behind = self.executions.range(id..).skip(1);
        let same_job = |(next, _): (&ExecutionId, _)| next.job_id() == id.job_id();
        id.execution_number().is_none() && behind.next().is_some_and(same_job)
    }
}
