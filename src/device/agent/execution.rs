//! An execution that the agent has started.

use std::time::Duration;

use super::{StatusDetails, StoredExecution};
use crate::{
    device::{queue::ExecutionId, queued_at, types::JobExecutionStatus},
    primitives::DateTime,
};

/// An execution that the agent has started and whose end it has not delivered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Execution {
    pub(super) id: ExecutionId,
    pub(super) queued_at: Option<DateTime>,
    pub(super) version: Option<i64>,
    /// Whether its state was requested since the last connection.
    pub(super) checked: bool,
    /// Whether the program does not know yet that it has to continue it.
    pub(super) to_resume: bool,
    pub(super) checkpoint: Option<String>,
    pub(super) step_timeout: Option<i64>,
    /// The progress to report.
    pub(super) progress: Option<StatusDetails>,
    /// The end to report.
    pub(super) end: Option<End>,
    /// When to set the step timer again.
    pub(super) renew_at: Option<Duration>,
    /// When to request its state.
    pub(super) check_at: Duration,
    /// When its state was requested last.
    pub(super) checked_at: Duration,
    /// No request before this time.
    pub(super) not_before: Duration,
    /// How many requests in a row did not have the wanted effect.
    pub(super) failures: u32,
}

/// The end of an execution, as the program reported it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct End {
    pub(super) status: JobExecutionStatus,
    pub(super) details: Option<StatusDetails>,
}

/// The next request about an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Check,
    Report,
}

impl Execution {
    pub(super) const fn new(id: ExecutionId, queued_at: Option<DateTime>) -> Self {
        Self {
            id,
            queued_at,
            version: None,
            checked: false,
            to_resume: false,
            checkpoint: None,
            step_timeout: None,
            progress: None,
            end: None,
            renew_at: None,
            check_at: Duration::ZERO,
            checked_at: Duration::ZERO,
            not_before: Duration::ZERO,
            failures: 0,
        }
    }

    /// Whether the program runs it.
    pub(super) const fn is_running(&self) -> bool {
        self.end.is_none() && !self.to_resume
    }

    /// The next request, and when to send it.
    pub(super) fn need(&self) -> (Duration, Need) {
        let (at, need) = if !self.checked {
            (Duration::ZERO, Need::Check)
        } else if self.end.is_some() || self.progress.is_some() {
            (Duration::ZERO, Need::Report)
        } else {
            match self.renew_at {
                Some(at) if at <= self.check_at => (at, Need::Report),
                _ => (self.check_at, Need::Check),
            }
        };
        (at.max(self.not_before), need)
    }

    /// Sets the step timer, if there is one, at a time.
    pub(super) fn renew_at(&mut self, at: Duration) {
        self.renew_at = self.step_timeout.map(|_| at);
    }

    /// Sets the step timer again after half of its time since it was set.
    pub(super) fn renew_in_time(&mut self, set_at: Duration) {
        let minutes = self
            .step_timeout
            .and_then(|minutes| u64::try_from(minutes).ok());
        self.renew_at = minutes
            .map(|minutes| set_at.saturating_add(Duration::from_secs(minutes.saturating_mul(30))));
    }

    /// Whether an execution with its identifier and this time of queueing is another one: the job was deleted
    /// and created again.
    pub(super) fn is_replaced_by(&self, queued_at: Option<DateTime>) -> bool {
        queued_at::differ(self.queued_at, queued_at)
    }

    pub(super) fn stored(&self) -> StoredExecution {
        let end = self.end.as_ref();
        StoredExecution::builder()
            .job_id(self.id.job_id())
            .set_execution_number(self.id.execution_number())
            .set_queued_at(self.queued_at)
            .set_version_number(self.version)
            .set_checkpoint(self.checkpoint.clone())
            .set_step_timeout_in_minutes(self.step_timeout)
            .set_status(end.map(|end| end.status.clone()))
            .set_status_details(end.and_then(|end| end.details.clone()))
            .build()
    }

    /// The execution of the stored state; `None` if it has no name of a job.
    pub(super) fn load(stored: StoredExecution) -> Option<Self> {
        let id = ExecutionId::new(stored.job_id?, stored.execution_number);
        let details = stored.status_details;
        let end = stored.status.filter(JobExecutionStatus::is_terminal);
        Some(Self {
            to_resume: end.is_none(),
            end: end.map(|status| End { status, details }),
            version: stored.version_number,
            checkpoint: stored.checkpoint,
            step_timeout: stored.step_timeout_in_minutes,
            ..Self::new(id, stored.queued_at)
        })
    }
}
