//! Criteria that repeat a failed execution.

use iot_jobs_macros::shape;

use crate::string_enum;

/// How often failed executions are tried again.
#[shape]
pub struct JobExecutionsRetryConfig {
    /// The criteria, one or two of them.
    #[shape(RETRY_CRITERIA_LIST)]
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
