//! Events of job executions.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::EventType;
use crate::{control::types::JobExecutionStatus, primitives::DateTime, string_enum};

/// Tells that an execution ended or was deleted.
///
/// It may arrive more than once, and later than an event of what came after it.
#[shape]
pub struct JobExecutionEvent {
    /// The kind of event, `JOB_EXECUTION`.
    pub event_type: Option<EventType>,
    /// A name of the event alone, by which a repeated one is known.
    pub event_id: Option<String>,
    /// When the event was sent, in whole seconds.
    pub timestamp: Option<DateTime>,
    /// What happened.
    pub operation: Option<JobExecutionEventOperation>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The ARN of the thing that ran the job.
    pub thing_arn: Option<String>,
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// What the device reported about its progress.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
}

string_enum! {
    /// What happened to an execution.
    pub enum JobExecutionEventOperation {
        /// The device reported success.
        Succeeded = "succeeded",
        /// The device reported failure.
        Failed = "failed",
        /// The device refused to run the job.
        Rejected = "rejected",
        /// The job, or this execution alone, was canceled.
        Canceled = "canceled",
        /// A timer ran out before the device finished.
        TimedOut = "timed_out",
        /// The thing was deleted or left the targets before it finished.
        Removed = "removed",
        /// The execution is gone.
        Deleted = "deleted",
    }
}
