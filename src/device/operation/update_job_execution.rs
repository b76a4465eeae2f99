//! `UpdateJobExecution` over HTTPS.

use std::collections::HashMap;

use iot_jobs_macros::{operation, shape};

use crate::device::types::{JobDocument, JobExecutionState, JobExecutionStatus};
#[cfg(feature = "proptest")]
use crate::facts::draft::Members;

/// Reports the state of one of a thing's job executions.
#[operation(POST "/things/{thingName}/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException, InvalidStateTransitionException))]
pub struct UpdateJobExecution;

/// The parameters of [`UpdateJobExecution`].
#[shape(consistency = settable_status)]
pub struct UpdateJobExecutionInput {
    /// The name of the job whose execution is updated, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// The new state: `IN_PROGRESS`, `SUCCEEDED`, `FAILED` or `REJECTED`.
    #[shape(required, rule = JobExecutionStatus::check_settable)]
    pub status: Option<JobExecutionStatus>,
    /// At most 10 names and values that replace the reported ones; absent leaves them unchanged.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// The minutes until the execution times out unless a later request sets them again, 1 to 10080; -1
    /// clears the timer.
    #[shape(STEP_TIMEOUT_IN_MINUTES)]
    pub step_timeout_in_minutes: Option<i64>,
    /// The version that the execution must have, or the request fails.
    #[shape(EXPECTED_VERSION)]
    pub expected_version: Option<i64>,
    /// Whether the response has the state of the execution, by default false.
    pub include_job_execution_state: Option<bool>,
    /// Whether the response has the job document, by default false.
    pub include_job_document: Option<bool>,
    /// The number of the execution.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
}

#[cfg(feature = "proptest")]
fn settable_status(members: &mut Members<'_>) {
    JobExecutionStatus::make_settable(members, UpdateJobExecutionInput::STATUS);
}

/// The response to [`UpdateJobExecution`].
#[shape]
pub struct UpdateJobExecutionOutput {
    /// The state of the execution after the update.
    pub execution_state: Option<JobExecutionState>,
    /// The job document, JSON text of at most 32768 bytes.
    #[shape(JOB_DOCUMENT)]
    pub job_document: Option<JobDocument>,
}
