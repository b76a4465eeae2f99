//! The timeout of executions.

use iot_jobs_macros::shape;

/// How long an execution may stay in progress.
#[shape]
pub struct TimeoutConfig {
    /// The minutes from the start of an execution until it times out, 1 to 10080.
    #[shape(IN_PROGRESS_TIMEOUT_IN_MINUTES)]
    pub in_progress_timeout_in_minutes: Option<i64>,
}
