//! Jobs.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::{
    AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, JobProcessDetails,
    JobStatus, PresignedUrlConfig, ScheduledJobRollout, SchedulingConfig, TargetSelection,
    TimeoutConfig,
};
use crate::primitives::DateTime;

/// A remote operation sent to one or more things.
#[shape(sdk(try_from, try_into))]
pub struct Job {
    /// The job's Amazon Resource Name.
    pub job_arn: Option<String>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// Whether things that join the targets later run the job too.
    pub target_selection: Option<TargetSelection>,
    /// The state of the job.
    pub status: Option<JobStatus>,
    /// Whether the job was canceled with `force`.
    pub force_canceled: Option<bool>,
    /// The reason code of the last update of the job, at most 128 capital letters, digits and `_`.
    #[shape(REASON_CODE)]
    pub reason_code: Option<String>,
    /// A comment on the last update of the job, at most 2028 characters.
    #[shape(COMMENT)]
    pub comment: Option<String>,
    /// The ARNs of the things and thing groups the job was sent to.
    #[shape(JOB_TARGETS)]
    pub targets: Option<Vec<String>>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// Configuration of the presigned S3 URLs in the job document.
    pub presigned_url_config: Option<PresignedUrlConfig>,
    /// How fast the job reaches its targets.
    pub job_executions_rollout_config: Option<JobExecutionsRolloutConfig>,
    /// When the job is aborted because too many executions fail.
    pub abort_config: Option<AbortConfig>,
    /// When the job was created.
    pub created_at: Option<DateTime>,
    /// When the job last changed.
    pub last_updated_at: Option<DateTime>,
    /// When the job was completed.
    pub completed_at: Option<DateTime>,
    /// The number of things in each state of the job.
    pub job_process_details: Option<JobProcessDetails>,
    /// How long each execution may stay in progress.
    pub timeout_config: Option<TimeoutConfig>,
    /// The namespace whose MQTT topics carry the notifications of the job.
    #[shape(NAMESPACE_ID)]
    pub namespace_id: Option<String>,
    /// The ARN of the template that the job was created from.
    #[shape(JOB_TEMPLATE_ARN)]
    pub job_template_arn: Option<String>,
    /// How many times failed executions are retried.
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
    /// The values of a managed template's parameters, each 1 to 30720 characters.
    #[shape(PARAMETER_MAP)]
    pub document_parameters: Option<HashMap<String, String>>,
    /// Whether executions are currently being rolled out or canceled.
    pub is_concurrent: Option<bool>,
    /// When the job starts and ends, and its maintenance windows.
    pub scheduling_config: Option<SchedulingConfig>,
    /// The next maintenance windows of the job, at most seven.
    pub scheduled_job_rollouts: Option<Vec<ScheduledJobRollout>>,
    /// The ARNs of the package versions that are installed on a device when the job succeeds, at most 25.
    #[shape(DESTINATION_PACKAGE_VERSIONS)]
    pub destination_package_versions: Option<Vec<String>>,
}
