//! Advice on inputs that create jobs and templates.

use crate::{
    constraint::PLACEHOLDER_START,
    control::types::{
        AbortConfig, JobExecutionFailureType, JobExecutionsRetryConfig, PresignedUrlConfig,
        RetryCriteria, RetryableFailureType, TimeoutConfig,
    },
    path::PathRef,
    report::{Finding, Report, Rule},
};

/// Whether a template of the account can contain a setting that the input does not have; the templates of AWS, whose
/// ARNs have no account, contain only a document.
pub(super) fn is_own_template(arn: Option<&str>) -> bool {
    arn.is_some_and(|arn| arn.split(':').nth(4) != Some(""))
}

/// Advice for a job without a timeout; `at` is the path of the configuration.
pub(super) fn timeout(config: Option<&TimeoutConfig>, at: &PathRef<'_>, report: &mut Report) {
    if config.is_none_or(|config| config.in_progress_timeout_in_minutes.is_none()) {
        let message = "without a timeout, an execution stays in progress if its device stops reporting: \
                       set inProgressTimeoutInMinutes";
        report.add(at, Finding::advice(Rule::JobTimeout, message));
    }
}

/// Advice for a job that nothing aborts; `at` is the path of the configuration.
pub(super) fn abort(
    config: Option<&AbortConfig>,
    targets: &[String],
    at: &PathRef<'_>,
    report: &mut Report,
) {
    if config.is_some() {
        return;
    }
    let who = match targets {
        [_, _, ..] => format!("all {} targets", targets.len()),
        [target] if target.contains(":thinggroup/") => "every thing of the group".to_owned(),
        _ => return,
    };
    let message = format!("without criteria for an abort, a job that fails still reaches {who}");
    report.add(at, Finding::advice(Rule::JobAbort, message));
}

/// Advice for a retry that does not include rejected executions; `at` is the path of the retries.
pub(super) fn rejected(
    retry: Option<&JobExecutionsRetryConfig>,
    abort: Option<&AbortConfig>,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    let criteria = abort.map(AbortConfig::criteria_list).unwrap_or_default();
    let counted = criteria.iter().any(|criteria| {
        let counts = [
            JobExecutionFailureType::Rejected,
            JobExecutionFailureType::All,
        ];
        counts.contains(&criteria.failure_type)
    });
    if counted {
        return;
    }
    let list = at.member(JobExecutionsRetryConfig::CRITERIA_LIST);
    let criteria = retry.map(JobExecutionsRetryConfig::criteria_list);
    for (index, criteria) in criteria.unwrap_or_default().iter().enumerate() {
        if criteria.failure_type == RetryableFailureType::All && criteria.number_of_retries > 0 {
            let message = "ALL retries FAILED and TIMED_OUT; executions that devices reject are not retried, and no \
                           abort criterion counts them: add one for REJECTED";
            let finding = Finding::advice(Rule::RejectedNotRetried, message).value("\"ALL\"");
            report.add(
                &list.index(index).member(RetryCriteria::FAILURE_TYPE),
                finding,
            );
        }
    }
}

/// Advice for a document with presigned URLs that the service has no role for; `at` is the path of the configuration.
pub(super) fn presigned_urls(
    config: Option<&PresignedUrlConfig>,
    document: Option<&str>,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    let start = format!("{PLACEHOLDER_START}s3-presigned-url");
    let needs_role = document.is_some_and(|document| document.contains(&start));
    if needs_role && config.is_none_or(|config| config.role_arn.is_none()) {
        let message = "the document has a placeholder for a presigned URL, and the service needs a role that may \
                       read the object: set roleArn";
        report.add(at, Finding::advice(Rule::PresignedUrlRole, message));
    }
}
