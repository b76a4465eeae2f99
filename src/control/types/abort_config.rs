//! Criteria that abort a job.

use iot_jobs_macros::shape;

use crate::{
    path::Path,
    string_enum,
    validate::{self, Finding, Report, Rule},
};

/// When a job is aborted.
#[shape]
pub struct AbortConfig {
    /// The criteria, tested in this order, at least one.
    #[shape(ABORT_CRITERIA_LIST)]
    pub criteria_list: Vec<AbortCriteria>,
}

/// Criteria that abort a job when enough executions fail.
#[shape]
pub struct AbortCriteria {
    /// The failure that counts toward the threshold.
    pub failure_type: JobExecutionFailureType,
    /// The action taken once the threshold is reached.
    pub action: AbortAction,
    /// The share of executed things that must fail, in percent, at most 100 with two decimals.
    #[shape(ABORT_THRESHOLD_PERCENTAGE, rule = aborts_at_once)]
    pub threshold_percentage: f64,
    /// The least number of things that must have run the job first, at least 1.
    #[shape(MINIMUM_NUMBER_OF_EXECUTED_THINGS)]
    pub min_number_of_executed_things: i32,
}

/// The documentation names no least share, but any run reaches one of nothing.
fn aborts_at_once(criteria: &AbortCriteria, at: &Path<'_>, report: &mut Report) {
    let share = criteria.threshold_percentage;
    if share <= 0.0 {
        let share = validate::number(share);
        let message = format!("{share} % are reached without a failure: set a share above 0");
        let finding = Finding::warning(Rule::Range, message);
        report.add(at, finding.value(share).limit("above 0"));
    }
}

string_enum! {
    /// What an abort does.
    pub enum AbortAction {
        /// The job is canceled.
        Cancel = "CANCEL",
    }
}

string_enum! {
    /// A failure that may count toward an abort.
    pub enum JobExecutionFailureType {
        /// The device reported failure.
        Failed = "FAILED",
        /// The device refused to run the job.
        Rejected = "REJECTED",
        /// A timer ran out before the device finished.
        TimedOut = "TIMED_OUT",
        /// A failure of any type.
        All = "ALL",
    }
}
