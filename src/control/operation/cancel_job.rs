//! Canceling a job.

use iot_jobs_macros::{operation, shape};

/// Cancels one job and its queued executions.
#[operation(PUT "/jobs/{jobId}/cancel", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, LimitExceededException))]
pub struct CancelJob;

/// The parameters of [`CancelJob`].
#[shape]
pub struct CancelJobInput {
    /// The name of the job to cancel, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The reason code of the cancellation, at most 128 capital letters, digits and `_`.
    #[shape(REASON_CODE)]
    pub reason_code: Option<String>,
    /// A comment on why the job is canceled, at most 2028 characters.
    #[shape(COMMENT)]
    pub comment: Option<String>,
    /// Whether executions in progress are canceled too, by default only queued ones.
    #[shape(query)]
    pub force: Option<bool>,
}

/// The response to [`CancelJob`].
#[shape]
pub struct CancelJobOutput {
    /// The job's Amazon Resource Name.
    pub job_arn: Option<String>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
}
