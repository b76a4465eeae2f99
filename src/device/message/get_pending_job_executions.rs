//! `GetPendingJobExecutions` over MQTT.

use iot_jobs_macros::shape;

use super::{Executions, Publish, StatesExecutions};
use crate::{
    device::{
        topic::{Call, ThingName},
        types::{JobExecutionStatus, JobExecutionSummary},
    },
    error::Error,
    primitives::DateTime,
};

/// Requests the thing's executions that are not in a terminal state.
#[shape(mqtt)]
pub struct GetPendingJobExecutionsRequest {
    /// A text that the response repeats.
    pub client_token: Option<String>,
}

impl GetPendingJobExecutionsRequest {
    /// The request as this thing publishes it.
    pub fn publish<'a>(&self, thing: impl Into<ThingName<'a>>) -> Result<Publish, Error> {
        Publish::new(Call::get_pending(thing), self)
    }
}

/// The response to [`GetPendingJobExecutionsRequest`]; both lists together have at most 10
/// executions, 15 with scheduled jobs.
#[shape(mqtt)]
pub struct GetPendingJobExecutionsResponse {
    /// The executions in state `IN_PROGRESS`.
    pub in_progress_jobs: Option<Vec<JobExecutionSummary>>,
    /// The executions in state `QUEUED`.
    pub queued_jobs: Option<Vec<JobExecutionSummary>>,
    /// When the service sent the response.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}

impl StatesExecutions for GetPendingJobExecutionsResponse {
    fn executions(&self) -> Option<Executions<'_>> {
        if self.in_progress_jobs.is_none() && self.queued_jobs.is_none() {
            return None;
        }
        let in_progress = self.in_progress_jobs().iter();
        let in_progress = in_progress.map(|job| (&JobExecutionStatus::InProgress, job));
        let queued = self.queued_jobs().iter();
        let queued = queued.map(|job| (&JobExecutionStatus::Queued, job));
        Some(Executions::List {
            sent_at: self.timestamp,
            executions: in_progress.chain(queued).collect(),
        })
    }
}
