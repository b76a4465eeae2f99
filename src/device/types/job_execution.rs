//! A job execution of a device.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::{JobDocument, JobExecutionStatus};
use crate::primitives::DateTime;

/// The execution of a job on a thing, with its job document.
#[shape]
pub struct JobExecution {
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The name of the thing that runs the job.
    #[shape(THING_NAME)]
    pub thing_name: Option<String>,
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// The status details that the device reported, at most 10 names and values.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// When the execution was queued, in whole seconds.
    pub queued_at: Option<DateTime>,
    /// When the device started the execution, in whole seconds.
    pub started_at: Option<DateTime>,
    /// When the execution last changed, in whole seconds.
    pub last_updated_at: Option<DateTime>,
    /// The approximate number of seconds until the execution times out, which may take 60 more.
    pub approximate_seconds_before_timed_out: Option<i64>,
    /// A counter that each update by the device increments.
    #[shape(VERSION_NUMBER)]
    pub version_number: Option<i64>,
    /// The number that distinguishes executions of the same job on the same thing.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// The job document, JSON text of at most 32768 bytes.
    #[shape(JOB_DOCUMENT)]
    pub job_document: Option<JobDocument>,
}
