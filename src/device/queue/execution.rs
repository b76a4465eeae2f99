//! One execution of the queue.

use super::{
    Next,
    fact::{Fact, Phase},
};
use crate::{
    device::{
        message::{UpdateJobExecutionRequest, builders::UpdateJobExecutionRequestBuilder},
        types::JobExecutionStatus,
    },
    primitives::DateTime,
};

/// Which execution: that of a job on the thing, with its number.
///
/// The service always sends the number; old documentation has executions without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExecutionId {
    job_id: String,
    execution_number: Option<i64>,
}

impl ExecutionId {
    /// The execution of this job with this number.
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

    /// The number that tells this execution from others of the same job on the same thing.
    pub const fn execution_number(&self) -> Option<i64> {
        self.execution_number
    }
}

/// What is known of an execution.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    id: ExecutionId,
    queued_at: Option<DateTime>,
    /// When it was last heard of.
    heard_at: Option<DateTime>,
    /// The largest of the facts that came with a version. They are kept apart from the others,
    /// since only among themselves versions say which came later.
    versioned: Option<Fact>,
    unversioned: Option<Fact>,
}

impl Execution {
    pub(super) const fn new(id: ExecutionId) -> Self {
        Self {
            id,
            queued_at: None,
            heard_at: None,
            versioned: None,
            unversioned: None,
        }
    }

    /// Which execution it is.
    pub const fn id(&self) -> &ExecutionId {
        &self.id
    }

    /// Its state; `None` if all that is known is that the service has it no more.
    pub fn status(&self) -> Option<&JobExecutionStatus> {
        self.latest()?.status.as_ref()
    }

    /// The version that goes with the state, for the next update to expect; `None` if the state
    /// came without.
    pub fn version_number(&self) -> Option<i64> {
        self.latest()?.version
    }

    /// When it was queued.
    pub const fn queued_at(&self) -> Option<DateTime> {
        self.queued_at
    }

    /// Whether it is in a terminal state, or the service has it no more.
    pub fn is_over(&self) -> bool {
        self.phase() == Some(Phase::Over)
    }

    /// An update of this execution, guarded by its version as far as that is known.
    ///
    /// ```
    /// use iot_jobs::{
    ///     codec,
    ///     device::{queue::{Next, Queue}, types::JobExecutionStatus},
    /// };
    ///
    /// let mut queue = Queue::default();
    /// queue.next_changed(&codec::from_str(r#"{"timestamp": 10, "execution": {"jobId": "j",
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

    /// Adds a fact, whether or not it is news.
    pub(super) fn learn(&mut self, fact: Fact) {
        self.heard_at = self.heard_at.max(fact.at);
        let known = match fact.version {
            Some(_) => &mut self.versioned,
            None => &mut self.unversioned,
        };
        *known = known.take().max(Some(fact));
    }

    /// Adds the time at which it was queued.
    pub(super) fn learn_queued_at(&mut self, at: Option<DateTime>) {
        self.queued_at = self.queued_at.max(at);
    }

    /// Whether it is not over, and was heard of since, or with, the list sent at this time.
    pub(super) fn is_pending(&self, listed_at: Option<DateTime>) -> bool {
        !self.is_over() && self.heard_at >= listed_at
    }

    /// What to do with it, if anything.
    pub(super) fn step(&self) -> Option<Next<'_>> {
        match self.phase()? {
            Phase::InProgress => Some(Next::Resume(self)),
            Phase::Queued => Some(Next::Start(self)),
            Phase::Unclear | Phase::Over => None,
        }
    }

    /// By what it is sorted among others.
    pub(super) fn order(&self) -> impl Ord {
        let waits = self.phase() != Some(Phase::InProgress);
        (waits, self.queued_at.is_none(), self.queued_at, &self.id)
    }

    fn phase(&self) -> Option<Phase> {
        Some(self.latest()?.phase)
    }

    /// The fact that counts: the furthest, since no execution goes back, then the latest.
    fn latest(&self) -> Option<&Fact> {
        let facts = self.unversioned.iter().chain(&self.versioned);
        facts.max_by_key(|fact| (fact.phase, fact.at))
    }
}
