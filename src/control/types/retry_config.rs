//! Criteria that repeat a failed execution.

use iot_jobs_macros::shape;

use super::TimeoutConfig;
use crate::{
    path::Path,
    shape::Shape,
    string_enum,
    validate::{self, Finding, Report, Rule, Severity, shortened},
};

/// The most retries of all types together.
const MOST_RETRIES: i32 = 10;

/// How often failed executions are tried again.
#[shape]
pub struct JobExecutionsRetryConfig {
    /// The criteria, one or two of them.
    #[shape(RETRY_CRITERIA_LIST, rule = together)]
    pub criteria_list: Vec<RetryCriteria>,
}

/// How many retries one type of failure is given.
#[shape]
pub struct RetryCriteria {
    /// The failure that is tried again.
    pub failure_type: RetryableFailureType,
    /// How often an execution that failed so is tried again, 0 to 10.
    #[shape(NUMBER_OF_RETRIES)]
    pub number_of_retries: i32,
}

/// Checks what only the criteria together can get wrong, if each is right and they are not too many.
fn together(config: &JobExecutionsRetryConfig, at: &Path<'_>, report: &mut Report) {
    let [one, other] = config.criteria_list.as_slice() else {
        return;
    };
    let types = [&one.failure_type, &other.failure_type];
    if types.contains(&&RetryableFailureType::All) || one.failure_type == other.failure_type {
        let second = at.index(1);
        let message = format!(
            "{} stands beside {}: name ALL alone, or FAILED and TIMED_OUT once each",
            validate::start(other.failure_type.as_str()),
            validate::start(one.failure_type.as_str()),
        );
        report.add(
            &second.named(&RetryCriteria::STRUCTURE, "failureType"),
            Finding::error(Rule::RetryTypeOnce, message)
                .value(shortened(other.failure_type.as_str())),
        );
    }
    let retries = [one, other].map(|criteria| criteria.number_of_retries);
    let [one, other] = retries;
    if retries
        .iter()
        .all(|count| (0..=MOST_RETRIES).contains(count))
        && one + other > MOST_RETRIES
    {
        let message =
            format!("{one} and {other} retries are too many together (allowed: at most 10)");
        report.add(
            at,
            Finding::error(Rule::RetriesTogether, message)
                .value((one + other).to_string())
                .limit(format!("at most {MOST_RETRIES}")),
        );
    }
}

impl JobExecutionsRetryConfig {
    /// The most retries of all types together.
    #[cfg(feature = "proptest")]
    pub(crate) const MOST_RETRIES: i32 = MOST_RETRIES;

    /// Checks that a retry after a timeout has a timer to run out.
    ///
    /// `may_come` says that the timer may be set elsewhere, by a template or an earlier request.
    pub(crate) fn check_timer(
        &self,
        timer: Option<&TimeoutConfig>,
        may_come: bool,
        at: &Path<'_>,
        report: &mut Report,
    ) {
        if timer.is_some_and(|timer| timer.in_progress_timeout_in_minutes.is_some()) {
            return;
        }
        for (index, criteria) in self.criteria_list.iter().enumerate() {
            let severity = match criteria.failure_type {
                RetryableFailureType::TimedOut if !may_come => Severity::Error,
                // ALL still retries what failed, and published samples have it without a timer.
                RetryableFailureType::TimedOut | RetryableFailureType::All => Severity::Warning,
                _ => continue,
            };
            let kind = criteria.failure_type.as_str();
            let message = format!(
                "{kind} retries what timed out, and nothing does: \
                 set timeoutConfig.inProgressTimeoutInMinutes"
            );
            let list = at.named(&Self::STRUCTURE, "criteriaList");
            report.add(
                &list
                    .index(index)
                    .named(&RetryCriteria::STRUCTURE, "failureType"),
                Finding::new(Rule::RetryNeedsTimeout, severity, message).value(shortened(kind)),
            );
        }
    }
}

string_enum! {
    /// A failure that may lead to a retry.
    pub enum RetryableFailureType {
        /// The device reported failure.
        Failed = "FAILED",
        /// A timer ran out before the device finished.
        TimedOut = "TIMED_OUT",
        /// Either type of failure.
        All = "ALL",
    }
}
