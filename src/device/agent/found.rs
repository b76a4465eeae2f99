//! An execution in a message.

use std::collections::VecDeque;

use super::{Problem, StatusDetails};
use crate::{
    device::{
        queue::ExecutionId,
        queued_at,
        topic::JobId,
        types::{JobDocument, JobExecution, JobExecutionStatus},
    },
    primitives::DateTime,
};

/// An execution in a message, with a valid name of its job and a known state.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) id: ExecutionId,
    pub(super) queued_at: Option<DateTime>,
    /// Absent outside a maintenance window.
    pub(super) status: Option<JobExecutionStatus>,
    pub(super) version: Option<i64>,
    pub(super) details: Option<StatusDetails>,
    pub(super) document: Option<JobDocument>,
}

impl Found {
    pub(super) fn read(execution: &JobExecution) -> Result<Self, Problem> {
        if let Some(status) = &execution.status {
            known(status)?;
        }
        Ok(Self {
            id: id(execution.job_id(), execution.execution_number)?,
            queued_at: execution.queued_at,
            status: execution.status.clone(),
            version: execution.version_number,
            details: execution.status_details.clone(),
            document: execution.job_document.clone(),
        })
    }
}

/// The identifier of an execution, if the job's name can be in a topic.
pub(super) fn id(job: Option<&str>, number: Option<i64>) -> Result<ExecutionId, Problem> {
    let job = job.filter(|job| JobId::new(*job).is_ok());
    let job = job.ok_or(Problem::IncompleteExecution)?;
    Ok(ExecutionId::new(job, number))
}

/// Fails if this version does not know the state.
pub(super) fn known(status: &JobExecutionStatus) -> Result<(), Problem> {
    match status {
        JobExecutionStatus::Unknown(_) => Err(Problem::UnknownStatus(status.clone())),
        _ => Ok(()),
    }
}

/// The last executions of a kind, with the times at which they were queued.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(VecDeque<(ExecutionId, Option<DateTime>)>);

impl Seen {
    const MOST: usize = 16;

    pub(super) fn add(&mut self, id: ExecutionId, queued_at: Option<DateTime>) {
        if self.contains(&id, queued_at) {
            return;
        }
        if self.0.len() >= Self::MOST {
            self.0.pop_front();
        }
        self.0.push_back((id, queued_at));
    }

    /// Whether it contains the execution; without a time, whenever it was queued.
    pub(super) fn contains(&self, id: &ExecutionId, queued_at: Option<DateTime>) -> bool {
        self.0
            .iter()
            .any(|(seen, at)| seen == id && !queued_at::differ(*at, queued_at))
    }
}
