//! Creating a job template.

use iot_jobs_macros::{operation, shape};

#[cfg(feature = "proptest")]
use crate::facts::draft::Members;
use crate::{
    control::types::{
        AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, MaintenanceWindow,
        PresignedUrlConfig, Tag, TimeoutConfig,
    },
    path::PathRef,
    report::{Finding, Report, Rule},
};

use super::{advice, document_text::check_document_text};

/// Creates a job template from settings or from a job.
#[operation(PUT "/job-templates/{jobTemplateId}", errors(InvalidRequestException, ResourceNotFoundException, ConflictException, LimitExceededException, ThrottlingException, InternalFailureException))]
pub struct CreateJobTemplate;

/// The parameters of [`CreateJobTemplate`].
#[shape(rule = has_one_document, advice = give_advice, consistency = satisfy_rules, sdk(try_from, try_into))]
pub struct CreateJobTemplateInput {
    /// The name of the new template, 1 to 64 letters, digits, `-` and `_`.
    #[shape(JOB_TEMPLATE_ID, label, required)]
    pub job_template_id: Option<String>,
    /// The ARN of a job to create the template from.
    pub job_arn: Option<String>,
    /// The S3 URL of the job document, 1 to 1350 characters, instead of `document`.
    #[shape(JOB_DOCUMENT_SOURCE)]
    pub document_source: Option<String>,
    /// The job document, JSON text of at most 32768 bytes, instead of `document_source`.
    #[shape(JOB_DOCUMENT, rule = check_document_text)]
    pub document: Option<String>,
    /// What the template is for, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION, required)]
    pub description: Option<String>,
    /// Configuration of the presigned S3 URLs in the job document.
    pub presigned_url_config: Option<PresignedUrlConfig>,
    /// How fast the job reaches its targets.
    pub job_executions_rollout_config: Option<JobExecutionsRolloutConfig>,
    /// When the job is aborted because too many executions fail.
    pub abort_config: Option<AbortConfig>,
    /// How long each execution may stay in progress.
    pub timeout_config: Option<TimeoutConfig>,
    /// The tags to attach to the template, at most 50, each with its own key.
    #[shape(TAG_LIST, rule = Tag::check_keys)]
    pub tags: Option<Vec<Tag>>,
    /// How many times failed executions are retried.
    #[shape(rule = retries)]
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
    /// The recurring periods in which jobs created from the template may roll out.
    pub maintenance_windows: Option<Vec<MaintenanceWindow>>,
    /// The ARNs of the package versions that are installed on a device when the job succeeds, at most 25.
    #[shape(DESTINATION_PACKAGE_VERSIONS)]
    pub destination_package_versions: Option<Vec<String>>,
}

fn has_one_document(input: &CreateJobTemplateInput, at: &PathRef<'_>, report: &mut Report) {
    let (document, source) = (&input.document, &input.document_source);
    let finding = match (document, source, &input.job_arn) {
        (Some(_), Some(_), _) => Finding::error(
            Rule::DocumentOnce,
            "documentSource is set, too: set one of the two",
        ),
        (None, None, None) => Finding::error(
            Rule::DocumentNeeded,
            "the template has no document: set document, documentSource or jobArn",
        ),
        _ => return,
    };
    report.add(&at.member(CreateJobTemplateInput::DOCUMENT), finding);
}

/// Its targets are those of the jobs that are created from it.
fn give_advice(input: &CreateJobTemplateInput, at: &PathRef<'_>, report: &mut Report) {
    // The settings of the other job may be copied.
    if input.job_arn.is_some() {
        return;
    }
    let (abort, retry) = (
        input.abort_config.as_ref(),
        input.job_executions_retry_config.as_ref(),
    );
    let place = at.member(CreateJobTemplateInput::TIMEOUT_CONFIG);
    advice::timeout(input.timeout_config(), &place, report);
    let place = at.member(CreateJobTemplateInput::JOB_EXECUTIONS_RETRY_CONFIG);
    advice::rejected(retry, abort, &place, report);
    let place = at.member(CreateJobTemplateInput::PRESIGNED_URL_CONFIG);
    let config = input.presigned_url_config();
    advice::presigned_urls(config, input.document(), &place, report);
}

fn retries(
    config: &JobExecutionsRetryConfig,
    input: &CreateJobTemplateInput,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    let from_job = input.job_arn.is_some();
    config.check_timeout(input.timeout_config.as_ref(), from_job, at, report);
}

#[cfg(feature = "proptest")]
fn satisfy_rules(members: &mut Members<'_>) {
    let documents = [
        CreateJobTemplateInput::DOCUMENT,
        CreateJobTemplateInput::DOCUMENT_SOURCE,
    ];
    members.keep_one(documents, CreateJobTemplateInput::JOB_ARN);
    Tag::number_repeated_keys(members, CreateJobTemplateInput::TAGS);
    JobExecutionsRetryConfig::require_timeout(
        members,
        CreateJobTemplateInput::JOB_EXECUTIONS_RETRY_CONFIG,
        CreateJobTemplateInput::TIMEOUT_CONFIG,
    );
}

/// The response to [`CreateJobTemplate`].
#[shape]
pub struct CreateJobTemplateOutput {
    /// The job template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub job_template_arn: Option<String>,
    /// The name given to the job template when it was created.
    #[shape(JOB_TEMPLATE_ID)]
    pub job_template_id: Option<String>,
}
