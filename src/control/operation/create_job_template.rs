//! Creating a job template.

use iot_jobs_macros::{operation, shape};

use crate::{
    control::types::{
        AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, MaintenanceWindow,
        PresignedUrlConfig, Tag, TimeoutConfig,
    },
    path::Path,
    validate::{Finding, Report, Rule},
};

/// Creates a template from settings of its own or from a job.
#[operation(PUT "/job-templates/{jobTemplateId}", errors(InvalidRequestException, ResourceNotFoundException, ConflictException, LimitExceededException, ThrottlingException, InternalFailureException))]
pub struct CreateJobTemplate;

/// The parameters of [`CreateJobTemplate`].
#[shape]
pub struct CreateJobTemplateInput {
    /// The name of the new template, 1 to 64 letters, digits, `-` and `_`.
    #[shape(JOB_TEMPLATE_ID, label, required)]
    pub job_template_id: Option<String>,
    /// The ARN of a job to make the template from.
    pub job_arn: Option<String>,
    /// The S3 link of the job document, 1 to 1350 characters, in place of `document`.
    #[shape(JOB_DOCUMENT_SOURCE)]
    pub document_source: Option<String>,
    /// The job document, JSON text of at most 32768 bytes, in place of `document_source`.
    #[shape(JOB_DOCUMENT, rule = document)]
    pub document: Option<String>,
    /// What the template is for, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION, required)]
    pub description: Option<String>,
    /// How the S3 links in the job document are signed.
    pub presigned_url_config: Option<PresignedUrlConfig>,
    /// How fast the job reaches its targets.
    pub job_executions_rollout_config: Option<JobExecutionsRolloutConfig>,
    /// When the job is aborted because too many executions fail.
    pub abort_config: Option<AbortConfig>,
    /// How long each execution may stay in progress.
    pub timeout_config: Option<TimeoutConfig>,
    /// The tags to attach to the template.
    pub tags: Option<Vec<Tag>>,
    /// How often failed executions are tried again.
    #[shape(rule = retries)]
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
    /// The recurring spans of time in which jobs of the template may roll out.
    pub maintenance_windows: Option<Vec<MaintenanceWindow>>,
    /// The ARNs of the package versions a device has once the job succeeded, at most 25.
    #[shape(DESTINATION_PACKAGE_VERSIONS)]
    pub destination_package_versions: Option<Vec<String>>,
}

fn document(input: &CreateJobTemplateInput, at: &Path<'_>, report: &mut Report) {
    let (document, source) = (&input.document, &input.document_source);
    let finding = match (document, source, &input.job_arn) {
        (Some(_), Some(_), _) => Finding::error(
            Rule::DocumentOnce,
            "documentSource is set too: leave one of the two out",
        ),
        (None, None, None) => Finding::error(
            Rule::DocumentNeeded,
            "the template has no document: set document, documentSource or jobArn",
        ),
        _ => return,
    };
    report.add(at, finding);
}

fn retries(input: &CreateJobTemplateInput, at: &Path<'_>, report: &mut Report) {
    if let Some(config) = &input.job_executions_retry_config {
        let from_job = input.job_arn.is_some();
        config.check_timer(input.timeout_config.as_ref(), from_job, at, report);
    }
}

/// The answer to [`CreateJobTemplate`].
#[shape]
pub struct CreateJobTemplateOutput {
    /// The job template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub job_template_arn: Option<String>,
    /// The name given to the job template when it was created.
    #[shape(JOB_TEMPLATE_ID)]
    pub job_template_id: Option<String>,
}
