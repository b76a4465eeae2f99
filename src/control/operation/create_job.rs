//! Creating a job.

use std::collections::HashMap;

use iot_jobs_macros::{operation, shape};

#[cfg(feature = "proptest")]
use crate::facts::draft::Members;
use crate::{
    control::types::{
        AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, PresignedUrlConfig,
        SchedulingConfig, Tag, TargetSelection, TimeoutConfig,
    },
    path::PathRef,
    report::{Finding, Report, Rule},
};

use super::{advice, document_text::check_document_text};

/// Creates a job and sends it to its targets.
#[operation(PUT "/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ResourceAlreadyExistsException, LimitExceededException, ThrottlingException, ServiceUnavailableException))]
pub struct CreateJob;

/// The parameters of [`CreateJob`].
#[shape(rule = has_one_document, advice = give_advice, consistency = satisfy_rules, sdk(try_from, try_into))]
pub struct CreateJobInput {
    /// The name of the new job, 1 to 64 letters, digits, `-` and `_`.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The ARNs of the things and thing groups to send the job to, 1 to 100.
    #[shape(JOB_TARGETS, required)]
    pub targets: Option<Vec<String>>,
    /// The S3 URL of the job document, 1 to 1350 characters, instead of `document`.
    #[shape(JOB_DOCUMENT_SOURCE)]
    pub document_source: Option<String>,
    /// The job document, JSON text of at most 32768 bytes, instead of `document_source`.
    #[shape(JOB_DOCUMENT, rule = check_document_text)]
    pub document: Option<String>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// Configuration of the presigned S3 URLs in the job document.
    pub presigned_url_config: Option<PresignedUrlConfig>,
    /// Whether things that join the targets later run the job too.
    pub target_selection: Option<TargetSelection>,
    /// How fast the job reaches its targets.
    pub job_executions_rollout_config: Option<JobExecutionsRolloutConfig>,
    /// When the job is aborted because too many executions fail.
    pub abort_config: Option<AbortConfig>,
    /// How long each execution may stay in progress.
    pub timeout_config: Option<TimeoutConfig>,
    /// The tags to attach to the job, at most 50, each with its own key.
    #[shape(TAG_LIST, rule = Tag::check_keys)]
    pub tags: Option<Vec<Tag>>,
    /// The namespace whose MQTT topics carry the notifications of the job.
    #[shape(NAMESPACE_ID)]
    pub namespace_id: Option<String>,
    /// The ARN of the template to create the job from, 1 to 1600 characters.
    #[shape(JOB_TEMPLATE_ARN)]
    pub job_template_arn: Option<String>,
    /// How many times failed executions are retried.
    #[shape(rule = retries)]
    pub job_executions_retry_config: Option<JobExecutionsRetryConfig>,
    /// The values of a managed template's parameters, each 1 to 30720 characters.
    #[shape(PARAMETER_MAP)]
    pub document_parameters: Option<HashMap<String, String>>,
    /// When the job starts and ends, and its maintenance windows.
    #[shape(rule = schedule)]
    pub scheduling_config: Option<SchedulingConfig>,
    /// The ARNs of the package versions that are installed on a device when the job succeeds, at most 25.
    #[shape(DESTINATION_PACKAGE_VERSIONS)]
    pub destination_package_versions: Option<Vec<String>>,
}

fn has_one_document(input: &CreateJobInput, at: &PathRef<'_>, report: &mut Report) {
    let (document, source) = (&input.document, &input.document_source);
    let finding = match (document, source, &input.job_template_arn) {
        (Some(_), Some(_), _) => Finding::error(
            Rule::DocumentOnce,
            "documentSource is set, too: set one of the two",
        ),
        (None, None, None) => Finding::error(
            Rule::DocumentNeeded,
            "the job has no document: set document, documentSource or jobTemplateArn",
        ),
        _ => return,
    };
    report.add(&at.member(CreateJobInput::DOCUMENT), finding);
}

fn give_advice(input: &CreateJobInput, at: &PathRef<'_>, report: &mut Report) {
    if advice::is_own_template(input.job_template_arn()) {
        return;
    }
    let (abort, retry) = (
        input.abort_config.as_ref(),
        input.job_executions_retry_config.as_ref(),
    );
    let place = at.member(CreateJobInput::TIMEOUT_CONFIG);
    advice::timeout(input.timeout_config(), &place, report);
    let place = at.member(CreateJobInput::ABORT_CONFIG);
    advice::abort(abort, input.targets(), &place, report);
    let place = at.member(CreateJobInput::JOB_EXECUTIONS_RETRY_CONFIG);
    advice::rejected(retry, abort, &place, report);
    let place = at.member(CreateJobInput::PRESIGNED_URL_CONFIG);
    let config = input.presigned_url_config();
    advice::presigned_urls(config, input.document(), &place, report);
}

fn retries(
    config: &JobExecutionsRetryConfig,
    input: &CreateJobInput,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    let from_template = input.job_template_arn.is_some();
    config.check_timeout(input.timeout_config.as_ref(), from_template, at, report);
}

fn schedule(
    config: &SchedulingConfig,
    input: &CreateJobInput,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    config.check_windows(input.target_selection.as_ref(), at, report);
    config.check_distance(at, report);
}

#[cfg(feature = "proptest")]
fn satisfy_rules(members: &mut Members<'_>) {
    let documents = [CreateJobInput::DOCUMENT, CreateJobInput::DOCUMENT_SOURCE];
    members.keep_one(documents, CreateJobInput::JOB_TEMPLATE_ARN);
    Tag::number_repeated_keys(members, CreateJobInput::TAGS);
    JobExecutionsRetryConfig::require_timeout(
        members,
        CreateJobInput::JOB_EXECUTIONS_RETRY_CONFIG,
        CreateJobInput::TIMEOUT_CONFIG,
    );
    SchedulingConfig::require_continuous(
        members,
        CreateJobInput::SCHEDULING_CONFIG,
        CreateJobInput::TARGET_SELECTION,
    );
}

/// The response to [`CreateJob`].
#[shape]
pub struct CreateJobOutput {
    /// The job's Amazon Resource Name.
    pub job_arn: Option<String>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// What the job does, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
}
