//! Deleting a job.

use iot_jobs_macros::{operation, shape};

/// Deletes one job with all its executions.
#[operation(DELETE "/jobs/{jobId}", errors(InvalidRequestException, InvalidStateTransitionException, ResourceNotFoundException, LimitExceededException, ThrottlingException, ServiceUnavailableException))]
pub struct DeleteJob;

/// The parameters of [`DeleteJob`].
#[shape]
pub struct DeleteJobInput {
    /// The name of the job to delete, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// Whether a job in progress may be deleted too, by default only a completed or canceled one.
    #[shape(query)]
    pub force: Option<bool>,
    /// The namespace whose MQTT topics carry the notifications of the job.
    #[shape(NAMESPACE_ID, query)]
    pub namespace_id: Option<String>,
}

/// The response to [`DeleteJob`], which has no members.
#[shape]
pub struct DeleteJobOutput {}
