//! Describing a job template.

use iot_jobs_macros::{operation, shape};

use crate::control::types::{
    AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, MaintenanceWindow,
    PresignedUrlConfig, TimeoutConfig,
};
use crate::primitives::DateTime;

/// Describes one job template.
#[operation(GET "/job-templates/{jobTemplateId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalFailureException))]
pub struct DescribeJobTemplate;

/// The parameters of [`DescribeJobTemplate`].
#[shape]
pub struct DescribeJobTemplateInput {
    /// The name of the template to describe, 1 to 64 characters.
    #[shape(JOB_TEMPLATE_ID, label, required)]
    pub job_template_id: Option<String>,
}

/// The response to [`DescribeJobTemplate`].
#[shape(sdk(try_from, try_into))]
pub struct DescribeJobTemplateOutput {
    /// The job template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub job_template_arn: Option<String>,
    /// The name given to the job template when it was created.
    #[shape(JOB_TEMPLATE_ID)]
    pub job_template_id: Option<String>,
    /// What the template is for, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// The S3 URL that the job document was read from.
    #[shape(JOB_DOCUMENT_SOURCE)]
    pub document_source: Option<String>,
    /// The job document, JSON text of at most 32768 bytes.
    #[shape(JOB_DOCUMENT)]
    pub document: Option<String>,
    /// When the template was created.
    pub created_at: Option<DateTime>,
    /// Configuration of the presigned S3 URLs in the job document.
    pub presigned_url_config: Option<PresignedUrlConfig>,
    /// How fast the job reaches its targets.
    pub job_executions_rollout_config: Option<JobExecutionsRolloutConfig>,
    /// When the job is aborted because too many executions fail.
    pub abort_config: Option<AbortConfig>,
    /// How long each execution may stay in progress.
    pub timeout_config: Option<TimeoutConfig>,
    /// How many times failed executions are retried.
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
    /// The recurring periods in which jobs created from the template may roll out.
    pub maintenance_windows: Option<Vec<MaintenanceWindow>>,
    /// The ARNs of the package versions that are installed on a device when the job succeeds, at most 25.
    #[shape(DESTINATION_PACKAGE_VERSIONS)]
    pub destination_package_versions: Option<Vec<String>>,
}
