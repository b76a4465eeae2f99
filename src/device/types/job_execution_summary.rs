//! The summary of a pending job execution.

use iot_jobs_macros::shape;

use crate::primitives::DateTime;

/// The identity and the times of a pending execution, without details and document.
#[shape]
pub struct JobExecutionSummary {
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// When the execution was queued, in whole seconds.
    pub queued_at: Option<DateTime>,
    /// When the device started the execution, in whole seconds.
    pub started_at: Option<DateTime>,
    /// When the execution last changed, in whole seconds.
    pub last_updated_at: Option<DateTime>,
    /// A counter that each update by the device increments.
    #[shape(VERSION_NUMBER)]
    pub version_number: Option<i64>,
    /// The number that distinguishes executions of the same job on the same thing.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
}
