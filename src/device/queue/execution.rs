//! An execution in the queue.

use super::{
    Next,
    observation::{Observation, Phase},
};
use crate::{
    device::{
        message::{UpdateJobExecutionRequest, builders::UpdateJobExecutionRequestBuilder},
        types::JobExecutionStatus,
    },
    primitives::DateTime,
};

/// Identifies an execution by its job and its number.
///
/// The service always sends the number; old documentation has executions without one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExecutionId {
    job_id: String,
    execution_number: Option<i64>,
}

impl ExecutionId {
    /// The identifier of the execution of this job with this number.
    pub fn new(job_id: impl Into<String>, execution_number: Option<i64>) -> Self {
        Self {
            job_id: job_id.into(),
            execution_number,
        }
    }

    /// The name of the job.
    pub fn job_id(&self) -> &str {
        &self.job_id
    }

    /// The number, which distinguishes executions of the same job on the same thing.
    pub const fn execution_number(&self) -> Option<i64> {
        self.execution_number
    }
}

/// The known state of an execution.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    id: ExecutionId,
    queued_at: Option<DateTime>,
    /// The time of the latest message that had the execution.
    last_seen_at: Option<DateTime>,
    /// The largest observation with a version. It is separate from those without a version, because
    /// versions order only each other.
    versioned: Option<Observation>,
    unversioned: Option<Observation>,
}

impl Execution {
    pub(super) const fn new(id: ExecutionId) -> Self {
        Self {
            id,
            queued_at: None,
            last_seen_at: None,
            versioned: None,
            unversioned: None,
        }
    }

    /// The identifier.
    pub const fn id(&self) -> &ExecutionId {
        &self.id
    }

    /// The state; `None` if all that is known is that the service deleted the execution.
    pub fn status(&self) -> Option<&JobExecutionStatus> {
        self.latest()?.status.as_ref()
    }

    /// The version of the state, for the next update to expect; `None` if the message with the state
    /// had none.
    pub fn version_number(&self) -> Option<i64> {
        self.latest()?.version
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
            .set_execution_number(self.id.execution_number)
    }

    /// Merges an observation, in any order and any number of times.
    pub(super) fn merge(&mut self, observation: Observation) {
        self.last_seen_at = self.last_seen_at.max(observation.at);
        let largest = match observation.version {
            Some(_) => &mut self.versioned,
            None => &mut self.unversioned,
        };
        *largest = largest.take().max(Some(observation));
    }

    /// Merges the time at which it was queued.
    pub(super) fn merge_queued_at(&mut self, at: Option<DateTime>) {
        self.queued_at = self.queued_at.max(at);
    }

    /// Whether it is not over, and some message of this time or later had it.
    pub(super) fn is_pending(&self, listed_at: Option<DateTime>) -> bool {
        !self.is_over() && self.last_seen_at >= listed_at
    }

    /// The next action on it, if there is one.
    pub(super) fn action(&self) -> Option<Next<'_>> {
        match self.phase()? {
            Phase::InProgress => Some(Next::Resume(self)),
            Phase::Queued => Some(Next::Start(self)),
            Phase::Unknown | Phase::Over => None,
        }
    }

    /// The sort key among pending executions.
    pub(super) fn order(&self) -> impl Ord {
        let not_started = self.phase() != Some(Phase::InProgress);
        (
            not_started,
            self.queued_at.is_none(),
            self.queued_at,
            &self.id,
        )
    }

    fn phase(&self) -> Option<Phase> {
        Some(self.latest()?.phase)
    }

    /// The observation of the latest phase, since phases never go back, then of the latest time.
    fn latest(&self) -> Option<&Observation> {
        let observations = self.unversioned.iter().chain(&self.versioned);
        observations.max_by_key(|observation| (observation.phase, observation.at))
    }
}
