//! Changing a job.

use iot_jobs_macros::{operation, shape};

use crate::{
    control::types::{
        AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, PresignedUrlConfig,
        TimeoutConfig,
    },
    path::Path,
    validate::Report,
};

/// Changes the settings of one job.
#[operation(PATCH "/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct UpdateJob;

/// The parameters of [`UpdateJob`].
#[shape]
pub struct UpdateJobInput {
    /// The name of the job to change, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// How the S3 links in the job document are signed.
    pub presigned_url_config: Option<PresignedUrlConfig>,
    /// How fast the job reaches its targets.
    pub job_executions_rollout_config: Option<JobExecutionsRolloutConfig>,
    /// When the job is aborted because too many executions fail.
    pub abort_config: Option<AbortConfig>,
    /// How long each execution may stay in progress.
    pub timeout_config: Option<TimeoutConfig>,
    /// The namespace whose MQTT topics carry the notifications of the job.
    #[shape(NAMESPACE_ID, query)]
    pub namespace_id: Option<String>,
    /// How often failed executions are tried again.
    #[shape(rule = retries)]
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
}

fn retries(input: &UpdateJobInput, at: &Path<'_>, report: &mut Report) {
    if let Some(config) = &input.job_executions_retry_config {
        // The job may have its timer since it was created.
        config.check_timer(input.timeout_config.as_ref(), true, at, report);
    }
}

/// The answer to [`UpdateJob`], which has no members.
#[shape]
pub struct UpdateJobOutput {}
