//! Changing a job.

use iot_jobs_macros::{operation, shape};

#[cfg(feature = "proptest")]
use crate::facts::draft::Members;
use crate::{
    control::types::{
        AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, PresignedUrlConfig,
        TimeoutConfig,
    },
    path::PathRef,
    report::Report,
};

/// Changes the settings of one job.
#[operation(PATCH "/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct UpdateJob;

/// The parameters of [`UpdateJob`].
#[shape(consistency = satisfy_rules, sdk(try_from, try_into))]
pub struct UpdateJobInput {
    /// The name of the job to change, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// Configuration of the presigned S3 URLs in the job document.
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
    /// How many times failed executions are retried.
    #[shape(rule = retries)]
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
}

fn retries(
    config: &JobExecutionsRetryConfig,
    input: &UpdateJobInput,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    // The timeout may have been set when the job was created.
    config.check_timeout(input.timeout_config.as_ref(), true, at, report);
}

#[cfg(feature = "proptest")]
fn satisfy_rules(members: &mut Members<'_>) {
    JobExecutionsRetryConfig::require_timeout(
        members,
        UpdateJobInput::JOB_EXECUTIONS_RETRY_CONFIG,
        UpdateJobInput::TIMEOUT_CONFIG,
    );
}

/// The response to [`UpdateJob`], which has no members.
#[shape]
pub struct UpdateJobOutput {}
