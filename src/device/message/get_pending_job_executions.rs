//! Listing the job executions a thing has yet to finish, over MQTT.

use iot_jobs_macros::shape;

use crate::{device::types::JobExecutionSummary, primitives::DateTime};

/// Asks for the thing's executions that are not in a terminal state.
#[shape(mqtt)]
pub struct GetPendingJobExecutionsRequest {
    /// A text of the device's own that comes back in the answer.
    pub client_token: Option<String>,
}

/// The answer to [`GetPendingJobExecutionsRequest`]; both lists together hold at most 10
/// executions, 15 with scheduled jobs.
#[shape(mqtt)]
pub struct GetPendingJobExecutionsResponse {
    /// The executions the device has started, in state `IN_PROGRESS`.
    pub in_progress_jobs: Option<Vec<JobExecutionSummary>>,
    /// The executions still waiting for the device, in state `QUEUED`.
    pub queued_jobs: Option<Vec<JobExecutionSummary>>,
    /// When the service sent the answer.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}
