//! Canceling an execution.

use std::collections::HashMap;

use iot_jobs_macros::{operation, shape};

/// Cancels one job's execution on one thing.
#[operation(PUT "/things/{thingName}/jobs/{jobId}/cancel", errors(InvalidRequestException, InvalidStateTransitionException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, VersionConflictException))]
pub struct CancelJobExecution;

/// The parameters of [`CancelJobExecution`].
#[shape]
pub struct CancelJobExecutionInput {
    /// The name of the job whose execution is canceled, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// Whether an execution in progress may be canceled too, by default only a queued one.
    #[shape(query)]
    pub force: Option<bool>,
    /// The version that the execution must have, or the request fails.
    #[shape(EXPECTED_VERSION)]
    pub expected_version: Option<i64>,
    /// At most 10 names and values that replace the status details, which are kept if absent.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
}

/// The response to [`CancelJobExecution`], which has no members.
#[shape]
pub struct CancelJobExecutionOutput {}
