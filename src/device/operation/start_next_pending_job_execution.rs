//! `StartNextPendingJobExecution` over HTTPS.

use std::collections::HashMap;

use iot_jobs_macros::{operation, shape};

use crate::device::types::JobExecution;

/// Starts the next pending job execution of a thing, or returns the one in progress.
#[operation(PUT "/things/{thingName}/jobs/$next", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException))]
pub struct StartNextPendingJobExecution;

/// The parameters of [`StartNextPendingJobExecution`].
#[shape]
pub struct StartNextPendingJobExecutionInput {
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// At most 10 names and values that replace the reported ones; absent leaves them unchanged.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// The minutes until the execution times out unless a later request sets them again, 1 to 10080.
    #[shape(STEP_TIMEOUT_IN_MINUTES)]
    pub step_timeout_in_minutes: Option<i64>,
}

/// The response to [`StartNextPendingJobExecution`].
#[shape]
pub struct StartNextPendingJobExecutionOutput {
    /// The execution to run, absent when no execution is pending.
    pub execution: Option<JobExecution>,
}
