//! How many times executions are retried.

use iot_jobs::{
    Path,
    types::{JobExecutionsRetryConfig, RetryableFailureType},
};

use super::settings::unknown;
use crate::Error;

/// The maximum number of retries of one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RetryLimits {
    pub(crate) failed: u8,
    pub(crate) timed_out: u8,
    /// Whether both types together have one number, which is in both members.
    pub(crate) together: bool,
}

impl RetryLimits {
    pub(super) fn new(config: Option<&JobExecutionsRetryConfig>) -> Result<Self, Error> {
        let mut limits = Self::default();
        let list = config.map_or(&[][..], JobExecutionsRetryConfig::criteria_list);
        for (index, criteria) in list.iter().enumerate() {
            let retries = criteria.number_of_retries.try_into().unwrap_or(0);
            match criteria.failure_type {
                RetryableFailureType::Failed => limits.failed = retries,
                RetryableFailureType::TimedOut => limits.timed_out = retries,
                RetryableFailureType::All => {
                    limits = Self {
                        failed: retries,
                        timed_out: retries,
                        together: true,
                    };
                }
                _ => {
                    let config = Path::root().member("jobExecutionsRetryConfig");
                    let criteria = config.member("criteriaList").index(index);
                    return Err(unknown(criteria.member("failureType")));
                }
            }
        }
        Ok(limits)
    }

    /// The maximum number of executions of one thing.
    pub(crate) fn executions(self) -> u32 {
        let retries = if self.together {
            self.failed
        } else {
            self.failed.saturating_add(self.timed_out)
        };
        u32::from(retries) + 1
    }
}
