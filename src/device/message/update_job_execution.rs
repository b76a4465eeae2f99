//! Reporting the progress of a job execution, over MQTT.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use crate::{
    device::types::{JobDocument, JobExecutionState, JobExecutionStatus},
    primitives::DateTime,
};

/// Stores what a device tells about one of its executions; which job's, the topic says.
#[shape(mqtt)]
pub struct UpdateJobExecutionRequest {
    /// The state to store: `IN_PROGRESS`, `SUCCEEDED`, `FAILED` or `REJECTED`.
    pub status: JobExecutionStatus,
    /// At most 10 names and values in place of those the device reported, kept if absent.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// The version the execution has to be at, or the request fails.
    #[shape(EXPECTED_VERSION)]
    pub expected_version: Option<i64>,
    /// Which execution of the job on the thing to update.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// Whether the answer holds the execution's state, by default false.
    pub include_job_execution_state: Option<bool>,
    /// Whether the answer holds the job document, by default false.
    pub include_job_document: Option<bool>,
    /// The minutes until the execution times out unless set anew, 1 to 10080; -1 clears the timer.
    #[shape(STEP_TIMEOUT_IN_MINUTES)]
    pub step_timeout_in_minutes: Option<i64>,
    /// A text of the device's own that comes back in the answer.
    pub client_token: Option<String>,
}

/// The answer to [`UpdateJobExecutionRequest`].
#[shape(mqtt)]
pub struct UpdateJobExecutionResponse {
    /// The execution's state after the update, if the request asked for it.
    pub execution_state: Option<JobExecutionState>,
    /// The job document, if the request asked for it.
    #[shape(JOB_DOCUMENT)]
    pub job_document: Option<JobDocument>,
    /// When the service sent the answer.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}
