//! What the program reports about its executions.

use std::{fmt, time::Duration};

use super::{
    Agent, StatusDetails,
    execution::{End, Execution},
    request::Purpose,
};
use crate::{
    device::{message::UpdateJobExecutionRequest, queue::ExecutionId, types::JobExecutionStatus},
    validate::{Validate, Violations},
};

/// Why an agent does not take a report.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ReportError {
    /// The agent has not started the execution, or it has ended.
    NotRunning(ExecutionId),
    /// The service would reject the report: more than 10 details, a value of more than 1024 characters, a name
    /// with other characters than letters, digits, `:`, `-` and `_`, or an invalid time.
    Invalid(Violations),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRunning(id) => write!(f, "no execution of the job {} is running", id.job_id()),
            Self::Invalid(violations) => violations.fmt(f),
        }
    }
}

impl std::error::Error for ReportError {}

impl Agent {
    /// Reports progress: details that replace those reported before, at most 10 names and values.
    pub fn progress(
        &mut self,
        now: Duration,
        id: &ExecutionId,
        details: StatusDetails,
    ) -> Result<(), ReportError> {
        validate(JobExecutionStatus::InProgress, Some(&details), None)?;
        self.running_mut(id)?.progress = Some(details);
        for request in &mut self.requests {
            if let Purpose::Report(about, sent) = &mut request.purpose
                && about == id
            {
                sent.has_progress = false;
            }
        }
        self.advance(now);
        Ok(())
    }

    /// Reports that the execution succeeded, with the last progress as its details if there are none.
    pub fn succeeded(
        &mut self,
        now: Duration,
        id: &ExecutionId,
        details: Option<StatusDetails>,
    ) -> Result<(), ReportError> {
        self.end(now, id, JobExecutionStatus::Succeeded, details)
    }

    /// Reports that the execution failed, with the last progress as its details if there are none.
    pub fn failed(
        &mut self,
        now: Duration,
        id: &ExecutionId,
        details: Option<StatusDetails>,
    ) -> Result<(), ReportError> {
        self.end(now, id, JobExecutionStatus::Failed, details)
    }

    /// Reports that the device does not run the job, for example because it does not know the document.
    pub fn rejected(
        &mut self,
        now: Duration,
        id: &ExecutionId,
        details: Option<StatusDetails>,
    ) -> Result<(), ReportError> {
        self.end(now, id, JobExecutionStatus::Rejected, details)
    }

    /// Sets the step timer to this many minutes from now, 1 to 10080, and renews it in time.
    pub fn extend(
        &mut self,
        now: Duration,
        id: &ExecutionId,
        minutes: u16,
    ) -> Result<(), ReportError> {
        let minutes = i64::from(minutes);
        validate(JobExecutionStatus::InProgress, None, Some(minutes))?;
        let execution = self.running_mut(id)?;
        execution.step_timeout = Some(minutes);
        execution.renew_at(now);
        self.changed = true;
        self.advance(now);
        Ok(())
    }

    /// Stores a text for the time after a restart, in [`Work::checkpoint`](super::Work::checkpoint).
    pub fn checkpoint(
        &mut self,
        id: &ExecutionId,
        text: impl Into<String>,
    ) -> Result<(), ReportError> {
        self.running_mut(id)?.checkpoint = Some(text.into());
        self.changed = true;
        Ok(())
    }

    fn end(
        &mut self,
        now: Duration,
        id: &ExecutionId,
        status: JobExecutionStatus,
        details: Option<StatusDetails>,
    ) -> Result<(), ReportError> {
        validate(status.clone(), details.as_ref(), None)?;
        let execution = self.running_mut(id)?;
        let details = details.or_else(|| execution.progress.take());
        execution.end = Some(End { status, details });
        execution.progress = None;
        execution.not_before = now;
        self.changed = true;
        // Its response is not needed any more; if it was accepted, the end is rejected with the version.
        self.requests.retain(
            |request| !matches!(&request.purpose, Purpose::Report(about, _) if about == id),
        );
        self.advance(now);
        Ok(())
    }

    fn running_mut(&mut self, id: &ExecutionId) -> Result<&mut Execution, ReportError> {
        let mut executions = self.executions.iter_mut();
        executions
            .find(|execution| execution.id == *id && execution.is_running())
            .ok_or_else(|| ReportError::NotRunning(id.clone()))
    }
}

fn validate(
    status: JobExecutionStatus,
    details: Option<&StatusDetails>,
    step_timeout: Option<i64>,
) -> Result<(), ReportError> {
    let update = UpdateJobExecutionRequest::builder()
        .status(status)
        .set_status_details(details.cloned())
        .set_step_timeout_in_minutes(step_timeout)
        .build();
    // The state is set, so that the request is complete.
    update.map_or(Ok(()), |update| {
        update.validate().map_err(ReportError::Invalid)
    })
}
