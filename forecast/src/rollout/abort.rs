//! The criteria that abort a job.

use iot_jobs::{
    Path,
    types::{AbortAction, AbortConfig, JobExecutionFailureType},
};

use super::settings::unknown;
use crate::Error;

/// One of the criteria that abort a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Criterion {
    pub(crate) failures: Failures,
    /// The threshold in hundredths of a percent, so that comparing is exact.
    pub(crate) threshold: u64,
    pub(crate) min_executed: u64,
}

/// The failures that count toward a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failures {
    Failed,
    Rejected,
    TimedOut,
    All,
}

/// The threshold of 100 percent.
pub(crate) const HUNDREDTHS_OF_ALL: u64 = 10_000;

impl Criterion {
    /// Whether so many failures of so many executed things reach the threshold.
    pub(crate) fn is_met(&self, failures: u64, executed: u64) -> bool {
        executed >= self.min_executed && failures * HUNDREDTHS_OF_ALL >= self.threshold * executed
    }
}

/// The maximum number of criteria, so that the cost of testing them is bounded.
const MAX_CRITERIA: usize = 100;

/// The criteria in their order.
pub(super) fn criteria(config: Option<&AbortConfig>) -> Result<Vec<Criterion>, Error> {
    let list = config.map_or(&[][..], AbortConfig::criteria_list);
    if list.len() > MAX_CRITERIA {
        return Err(Error::Setting {
            path: Path::root().member("abortConfig").member("criteriaList"),
            message: format!("{} criteria are more than {MAX_CRITERIA}", list.len()),
        });
    }
    let criteria = list.iter().enumerate().map(|(index, criteria)| {
        let at = || {
            let list = Path::root().member("abortConfig").member("criteriaList");
            list.index(index)
        };
        let failures = match criteria.failure_type {
            JobExecutionFailureType::Failed => Failures::Failed,
            JobExecutionFailureType::Rejected => Failures::Rejected,
            JobExecutionFailureType::TimedOut => Failures::TimedOut,
            JobExecutionFailureType::All => Failures::All,
            _ => return Err(unknown(at().member("failureType"))),
        };
        if criteria.action != AbortAction::Cancel {
            return Err(unknown(at().member("action")));
        }
        Ok(Criterion {
            failures,
            threshold: hundredths(criteria.threshold_percentage),
            min_executed: criteria
                .min_number_of_executed_things
                .try_into()
                .unwrap_or(0),
        })
    });
    criteria.collect()
}

/// A percentage, which validation has found to be from 0 to 100 with two decimals, in hundredths.
fn hundredths(percentage: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hundredths = (percentage * 100.0).round() as u64;
    hundredths
}
