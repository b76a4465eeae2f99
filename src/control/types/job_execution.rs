//! Executions.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::JobExecutionStatus;
use crate::primitives::DateTime;

/// The execution of one job on one thing.
#[shape]
pub struct JobExecution {
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// Whether the execution was canceled with `force`.
    pub force_canceled: Option<bool>,
    /// The status details that the device reported.
    pub status_details: Option<JobExecutionStatusDetails>,
    /// The ARN of the thing that runs the job.
    pub thing_arn: Option<String>,
    /// When the execution was queued.
    pub queued_at: Option<DateTime>,
    /// When the device started the execution.
    pub started_at: Option<DateTime>,
    /// When the execution last changed.
    pub last_updated_at: Option<DateTime>,
    /// The number that distinguishes executions of the same job on the same thing.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// A counter that each update by the device increments.
    #[shape(VERSION_NUMBER)]
    pub version_number: Option<i64>,
    /// The approximate number of seconds until the execution times out, absent when it has ended.
    pub approximate_seconds_before_timed_out: Option<i64>,
}

/// The status details that a device reported.
#[shape]
pub struct JobExecutionStatusDetails {
    /// At most 10 names of 1 to 128 characters, each with a value of 1 to 1024.
    #[shape(DETAILS_MAP)]
    pub details_map: Option<HashMap<String, String>>,
}
