//! Summaries of executions.

use iot_jobs_macros::shape;

use super::JobExecutionStatus;
use crate::primitives::DateTime;

/// The summary of an execution in a list.
#[shape]
pub struct JobExecutionSummary {
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// When the execution was queued.
    pub queued_at: Option<DateTime>,
    /// When the device started the execution.
    pub started_at: Option<DateTime>,
    /// When the execution last changed.
    pub last_updated_at: Option<DateTime>,
    /// The number that distinguishes executions of the same job on the same thing.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// How many times the execution has been retried on the thing.
    pub retry_attempt: Option<i32>,
}

/// One entry in the list of a job's executions.
#[shape]
pub struct JobExecutionSummaryForJob {
    /// The ARN of the thing that runs the job.
    pub thing_arn: Option<String>,
    /// The summary of the execution.
    pub job_execution_summary: Option<JobExecutionSummary>,
}

/// One entry in the list of a thing's executions.
#[shape]
pub struct JobExecutionSummaryForThing {
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The summary of the execution.
    pub job_execution_summary: Option<JobExecutionSummary>,
}
