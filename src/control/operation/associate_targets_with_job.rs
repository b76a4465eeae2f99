//! Adding targets to a job.

use iot_jobs_macros::{operation, shape};

/// Adds targets to a continuous job in progress.
#[operation(POST "/jobs/{jobId}/targets", errors(InvalidRequestException, ResourceNotFoundException, LimitExceededException, ThrottlingException, ServiceUnavailableException))]
pub struct AssociateTargetsWithJob;

/// The parameters of [`AssociateTargetsWithJob`].
#[shape]
pub struct AssociateTargetsWithJobInput {
    /// The ARNs of the thing groups to add, at least one, with the job's existing targets at most 100.
    #[shape(JOB_TARGETS, required)]
    pub targets: Option<Vec<String>>,
    /// The name of the continuous job, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// A comment on why the targets are added, at most 2028 characters.
    #[shape(COMMENT)]
    pub comment: Option<String>,
    /// The namespace whose MQTT topics carry the notifications of the job.
    #[shape(NAMESPACE_ID, query)]
    pub namespace_id: Option<String>,
}

/// The response to [`AssociateTargetsWithJob`].
#[shape]
pub struct AssociateTargetsWithJobOutput {
    /// The job's Amazon Resource Name.
    pub job_arn: Option<String>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
}
