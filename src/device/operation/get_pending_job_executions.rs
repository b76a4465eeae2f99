//! `GetPendingJobExecutions` over HTTPS.

use iot_jobs_macros::{operation, shape};

use crate::device::types::JobExecutionSummary;

/// Lists the job executions of a thing that are not in a terminal state.
#[operation(GET "/things/{thingName}/jobs", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException))]
pub struct GetPendingJobExecutions;

/// The parameters of [`GetPendingJobExecutions`].
#[shape]
pub struct GetPendingJobExecutionsInput {
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
}

/// The response to [`GetPendingJobExecutions`].
#[shape]
pub struct GetPendingJobExecutionsOutput {
    /// The executions in state `IN_PROGRESS`.
    pub in_progress_jobs: Option<Vec<JobExecutionSummary>>,
    /// The executions in state `QUEUED`.
    pub queued_jobs: Option<Vec<JobExecutionSummary>>,
}
