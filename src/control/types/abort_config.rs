//! Criteria that abort a job.

use iot_jobs_macros::shape;

#[cfg(feature = "proptest")]
use crate::facts::draft::{JsonTree, Members};
use crate::{
    path::PathRef,
    report::{Finding, Report, Rule},
    string_enum,
};

/// When a job is aborted.
#[shape]
pub struct AbortConfig {
    /// The criteria, tested in this order, at least one.
    #[shape(ABORT_CRITERIA_LIST)]
    pub criteria_list: Vec<AbortCriteria>,
}

/// Criteria that abort a job when enough executions fail.
#[shape(consistency = raise_threshold)]
pub struct AbortCriteria {
    /// The type of failure that counts toward the threshold.
    pub failure_type: JobExecutionFailureType,
    /// The action taken once the threshold is reached.
    pub action: AbortAction,
    /// The percentage of executed things that must fail, 0 to 100 with two decimals.
    #[shape(ABORT_THRESHOLD_PERCENTAGE, rule = aborts_at_once)]
    pub threshold_percentage: f64,
    /// The minimum number of things that must have run the job before the criteria apply, at least 1.
    #[shape(MINIMUM_NUMBER_OF_EXECUTED_THINGS)]
    pub min_number_of_executed_things: i32,
}

/// A threshold of 0 is allowed, but reached before anything fails.
// Every rule of a member gets a reference to its value.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn aborts_at_once(percentage: &f64, _: &AbortCriteria, at: &PathRef<'_>, report: &mut Report) {
    // A violation of the range is reported already.
    if *percentage == 0.0 {
        let message = "a threshold of 0 % is reached before any execution fails: \
                       set a percentage above 0";
        let finding = Finding::warning(Rule::Range, message);
        report.add(at, finding.value("0").limit("above 0"));
    }
}

#[cfg(feature = "proptest")]
fn raise_threshold(members: &mut Members<'_>) {
    members.change(AbortCriteria::THRESHOLD_PERCENTAGE, |percentage| {
        if percentage.number() == Some(0) {
            *percentage = JsonTree::Raw("0.01".to_owned());
        }
    });
}

string_enum! {
    /// The action that aborts a job.
    pub enum AbortAction {
        /// The job is canceled.
        Cancel = "CANCEL",
    }
}

string_enum! {
    /// A type of failure that counts toward an abort.
    pub enum JobExecutionFailureType {
        /// The device reported failure.
        Failed = "FAILED",
        /// The device rejected the job.
        Rejected = "REJECTED",
        /// A timer expired before the device finished.
        TimedOut = "TIMED_OUT",
        /// A failure of any type.
        All = "ALL",
    }
}
