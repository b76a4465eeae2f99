//! Starting the next job execution of a thing, over MQTT.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use crate::{device::types::JobExecution, primitives::DateTime};

/// Asks for the thing's next execution, which the service sets to `IN_PROGRESS` if it is queued.
#[shape(mqtt)]
pub struct StartNextPendingJobExecutionRequest {
    /// At most 10 names and values in place of those the device reported, kept if absent.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// The minutes until the execution times out unless set anew, 1 to 10080.
    #[shape(STEP_TIMEOUT_IN_MINUTES)]
    pub step_timeout_in_minutes: Option<i64>,
    /// A text of the device's own that comes back in the answer.
    pub client_token: Option<String>,
}

/// The answer to [`StartNextPendingJobExecutionRequest`].
#[shape(mqtt)]
pub struct StartNextPendingJobExecutionResponse {
    /// The started execution, absent when the thing has nothing to do.
    pub execution: Option<JobExecution>,
    /// When the service sent the answer.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}
