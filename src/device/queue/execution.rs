//! An execution in the queue.

use std::cmp::Ordering;

use super::{
    ExecutionId, Next,
    observation::{Observation, Phase},
    record::Record,
    undated::Undated,
};
use crate::{
    device::{
        message::{UpdateJobExecutionRequest, builders::UpdateJobExecutionRequestBuilder},
        queued_at,
        types::JobExecutionStatus,
    },
    primitives::DateTime,
};

/// The known state of an execution.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    id: ExecutionId,
    /// The latest time at which an execution with this identifier was queued. The service numbers the
    /// executions of a job that was deleted and created again from 1, so this time distinguishes them.
    queued_at: Option<DateTime>,
    /// What messages with this time stated.
    dated: Record,
    /// What messages without the time stated.
    undated: Undated,
    /// Both.
    known: Record,
}

impl Execution {
    pub(super) fn new(id: ExecutionId) -> Self {
        Self {
            id,
            queued_at: None,
            dated: Record::default(),
            undated: Undated::default(),
            known: Record::default(),
        }
    }

    /// The identifier.
    pub const fn id(&self) -> &ExecutionId {
        &self.id
    }

    /// The state; `None` if all that is known is that the service deleted the execution.
    pub fn status(&self) -> Option<&JobExecutionStatus> {
        self.known.latest()?.status.as_ref()
    }

    /// The version of the state, for the next update to expect; `None` if the message with the state
    /// had none.
    pub fn version_number(&self) -> Option<i64> {
        self.known.latest()?.version
    }

    /// When it was queued.
    pub const fn queued_at(&self) -> Option<DateTime> {
        self.queued_at
    }

    /// Whether it is in a terminal state, or was deleted.
    pub fn is_over(&self) -> bool {
        self.phase() == Some(Phase::Over)
    }

    /// An update of this execution that expects the known version, if there is one.
    ///
    /// ```
    /// use iot_jobs::{
    ///     codec,
    ///     device::{queue::{Next, Queue}, types::JobExecutionStatus},
    /// };
    ///
    /// let mut queue = Queue::default();
    /// queue.on_next_changed(&codec::from_str(r#"{"timestamp": 10, "execution": {"jobId": "j",
    ///     "executionNumber": 1, "versionNumber": 1, "status": "QUEUED"}}"#)?);
    /// let Next::Start(execution) = queue.next() else { panic!("queued") };
    /// let start = execution
    ///     .update(JobExecutionStatus::InProgress)
    ///     .include_job_document(true)
    ///     .build()?;
    /// assert_eq!(
    ///     codec::to_string(&start)?,
    ///     r#"{"status":"IN_PROGRESS","expectedVersion":1,"executionNumber":1,"includeJobDocument":true}"#
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update(&self, status: JobExecutionStatus) -> UpdateJobExecutionRequestBuilder {
        UpdateJobExecutionRequest::builder()
            .status(status)
            .set_expected_version(self.version_number())
            .set_execution_number(self.id.execution_number())
    }

    /// Merges what a message states about the execution that was queued at this time, in any order and any
    /// number of times.
    pub(super) fn merge(&mut self, queued_at: Option<DateTime>, observation: Observation) {
        let Some(queued_at) = queued_at else {
            self.undated.merge(observation, self.queued_at);
            return self.join();
        };
        let order = self.queued_at.map_or(Ordering::Greater, |known| {
            queued_at::compare(queued_at, known)
        });
        if order.is_gt() {
            self.dated = Record::default();
            self.undated.remove_before(queued_at);
        }
        if order.is_ge() {
            self.queued_at = self.queued_at.max(Some(queued_at));
            self.dated.merge(&Record::of(observation));
            self.join();
        }
    }

    fn join(&mut self) {
        self.known = self.dated.clone();
        self.known.merge(&self.undated.all());
    }

    /// Whether it is not over, and some message of this time or later had it.
    pub(super) fn is_pending(&self, listed_at: Option<DateTime>) -> bool {
        !self.is_over() && self.last_seen_at() >= listed_at
    }

    /// The time of the latest message that had the execution.
    pub(super) const fn last_seen_at(&self) -> Option<DateTime> {
        self.known.last_seen_at
    }

    /// The next action on it, if there is one.
    pub(super) fn action(&self) -> Option<Next<'_>> {
        match self.phase()? {
            Phase::InProgress if self.known.is_started_elsewhere() => None,
            Phase::InProgress => Some(Next::Resume(self)),
            Phase::Queued => Some(Next::Start(self)),
            Phase::Unknown | Phase::Over => None,
        }
    }

    /// The sort key among pending executions.
    pub(super) fn order(&self) -> impl Ord {
        (
            !self.is_in_progress(),
            self.queued_at.is_none(),
            self.queued_at,
            &self.id,
        )
    }

    pub(super) fn is_in_progress(&self) -> bool {
        self.phase() == Some(Phase::InProgress)
    }

    fn phase(&self) -> Option<Phase> {
        Some(self.known.latest()?.phase)
    }
}
