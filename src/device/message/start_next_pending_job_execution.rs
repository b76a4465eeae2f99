//! `StartNextPendingJobExecution` over MQTT.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::{Executions, Named, Publish, StatesExecutions};
use crate::{
    device::{
        topic::{Call, ThingName},
        types::JobExecution,
    },
    error::Error,
    primitives::DateTime,
};

/// Requests the thing's next execution, which the service sets to `IN_PROGRESS` if it is queued.
#[shape(mqtt)]
pub struct StartNextPendingJobExecutionRequest {
    /// At most 10 names and values that replace the reported ones; absent leaves them unchanged.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// The minutes until the execution times out unless a later request sets them again, 1 to 10080.
    #[shape(STEP_TIMEOUT_IN_MINUTES)]
    pub step_timeout_in_minutes: Option<i64>,
    /// A text that the response repeats.
    pub client_token: Option<String>,
}

impl StartNextPendingJobExecutionRequest {
    /// The request as this thing publishes it.
    pub fn publish<'a>(&self, thing: impl Into<ThingName<'a>>) -> Result<Publish, Error> {
        Publish::new(Call::start_next(thing), self)
    }
}

/// The response to [`StartNextPendingJobExecutionRequest`].
#[shape(mqtt)]
pub struct StartNextPendingJobExecutionResponse {
    /// The started execution, absent when no execution is pending.
    pub execution: Option<JobExecution>,
    /// When the service sent the response.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}

impl StatesExecutions for StartNextPendingJobExecutionResponse {
    fn executions(&self) -> Option<Executions<'_>> {
        Some(Executions::Started(Named {
            sent_at: self.timestamp,
            execution: self.execution.as_ref(),
        }))
    }
}
