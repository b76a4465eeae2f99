//! Criteria for retries of failed executions.

use iot_jobs_macros::shape;

use super::TimeoutConfig;
#[cfg(feature = "proptest")]
use crate::facts::{
    Member,
    draft::{JsonTree, Members},
};
use crate::{
    path::PathRef,
    report::{Finding, Report, Rule, Severity},
    string_enum, text,
};

/// The maximum number of retries of all types together.
const MAX_RETRIES: i32 = 10;

/// How many times failed executions are retried.
#[shape(consistency = combine)]
pub struct JobExecutionsRetryConfig {
    /// The criteria, one or two of them.
    #[shape(RETRY_CRITERIA_LIST, rule = combined)]
    pub criteria_list: Vec<RetryCriteria>,
}

/// How many times an execution is retried after one type of failure.
#[shape]
pub struct RetryCriteria {
    /// The type of failure after which an execution is retried.
    pub failure_type: RetryableFailureType,
    /// The maximum number of retries after such a failure, 0 to 10.
    #[shape(NUMBER_OF_RETRIES)]
    pub number_of_retries: i32,
}

/// Checks two criteria against each other; the limit of the list excludes more.
fn combined(
    criteria: &[RetryCriteria],
    _: &JobExecutionsRetryConfig,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    let [one, other] = criteria else {
        return;
    };
    let types = [&one.failure_type, &other.failure_type];
    if types.contains(&&RetryableFailureType::All) || one.failure_type == other.failure_type {
        let second = at.index(1);
        let message = format!(
            "{} is used with {}: use ALL alone, or FAILED and TIMED_OUT once each",
            text::unquoted(other.failure_type.as_str()),
            text::unquoted(one.failure_type.as_str()),
        );
        report.add(
            &second.member(RetryCriteria::FAILURE_TYPE),
            Finding::error(Rule::RetryTypeOnce, message)
                .value(text::quoted_within_64(other.failure_type.as_str())),
        );
    }
    let retries = [one, other].map(|criteria| criteria.number_of_retries);
    let [one, other] = retries;
    if retries
        .iter()
        .all(|count| (0..=MAX_RETRIES).contains(count))
        && one + other > MAX_RETRIES
    {
        let message = format!(
            "{one} and {other} retries are too many in total (allowed: at most {MAX_RETRIES})"
        );
        report.add(
            at,
            Finding::error(Rule::RetriesTogether, message)
                .value((one + other).to_string())
                .limit(format!("at most {MAX_RETRIES}")),
        );
    }
}

/// Changes two criteria to different types, and their retries to at most the limit.
#[cfg(feature = "proptest")]
fn combine(members: &mut Members<'_>) {
    members.change(JobExecutionsRetryConfig::CRITERIA_LIST, |list| {
        let [one, other] = list.elements_mut() else {
            return;
        };
        let failed = JsonTree::string(RetryableFailureType::Failed.as_str());
        one.set(RetryCriteria::FAILURE_TYPE, failed);
        let timed_out = JsonTree::string(RetryableFailureType::TimedOut.as_str());
        other.set(RetryCriteria::FAILURE_TYPE, timed_out);
        let retries = |criteria: &JsonTree| {
            let retries = criteria.member(RetryCriteria::NUMBER_OF_RETRIES)?;
            retries.number()
        };
        let left = i64::from(MAX_RETRIES) - retries(one).unwrap_or(0);
        let most = retries(other).unwrap_or(0).min(left);
        let most = JsonTree::Raw(most.to_string());
        other.set(RetryCriteria::NUMBER_OF_RETRIES, most);
    });
}

impl JobExecutionsRetryConfig {
    /// Checks that a retry after a timeout has a timeout configuration.
    ///
    /// `set_elsewhere` says whether a template or an earlier request may have set it.
    pub(crate) fn check_timeout(
        &self,
        timeout: Option<&TimeoutConfig>,
        set_elsewhere: bool,
        at: &PathRef<'_>,
        report: &mut Report,
    ) {
        if timeout.is_some_and(|timeout| timeout.in_progress_timeout_in_minutes.is_some()) {
            return;
        }
        let list = at.member(Self::CRITERIA_LIST);
        for (index, criteria) in self.criteria_list.iter().enumerate() {
            let severity = match criteria.failure_type {
                RetryableFailureType::TimedOut if !set_elsewhere => Severity::Error,
                // ALL also retries executions that failed, and published samples have it without a timeout.
                RetryableFailureType::TimedOut | RetryableFailureType::All => Severity::Warning,
                RetryableFailureType::Failed | RetryableFailureType::Unknown(_) => continue,
            };
            let kind = criteria.failure_type.as_str();
            let message = format!(
                "{kind} retries executions that timed out, and executions time out only with \
                 timeoutConfig.inProgressTimeoutInMinutes: set it"
            );
            let finding = Finding::new(Rule::RetryNeedsTimeout, severity, message);
            report.add(
                &list.index(index).member(RetryCriteria::FAILURE_TYPE),
                finding.value(text::quoted_within_64(kind)),
            );
        }
    }

    /// Removes a retry configuration with retries after a timeout if there is no timeout.
    #[cfg(feature = "proptest")]
    pub(crate) fn require_timeout(members: &mut Members<'_>, config: &Member, timeout: &Member) {
        let timeout = members
            .get(timeout)
            .and_then(|timeout| timeout.member(TimeoutConfig::IN_PROGRESS_TIMEOUT_IN_MINUTES));
        let criteria = members
            .get(config)
            .and_then(|config| config.member(Self::CRITERIA_LIST));
        let failed = JsonTree::string(RetryableFailureType::Failed.as_str());
        let after_timeout = criteria.is_some_and(|criteria| {
            let mut criteria = criteria.elements().iter();
            criteria.any(|criteria| criteria.member(RetryCriteria::FAILURE_TYPE) != Some(&failed))
        });
        if timeout.is_none() && after_timeout {
            members.set_present(config, false);
        }
    }
}

string_enum! {
    /// A type of failure after which an execution is retried.
    pub enum RetryableFailureType {
        /// The device reported failure.
        Failed = "FAILED",
        /// A timer expired before the device finished.
        TimedOut = "TIMED_OUT",
        /// Either type of failure.
        All = "ALL",
    }
}
