//! Events of job executions.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::{EventType, kind::event_kinds};
use crate::{control::types::JobExecutionStatus, primitives::DateTime};

/// An execution reached a terminal state or was deleted.
///
/// The event may be delivered more than once, and after events of later changes.
#[shape]
pub struct JobExecutionEvent {
    /// The kind of event, `JOB_EXECUTION`.
    pub event_type: Option<EventType>,
    /// Identifies the event, so that repeated deliveries can be recognized.
    pub event_id: Option<String>,
    /// When the event was sent, in whole seconds.
    pub timestamp: Option<DateTime>,
    /// What happened.
    pub operation: Option<JobExecutionEventOperation>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The ARN of the thing.
    pub thing_arn: Option<String>,
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// The status details that the device reported.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
}

event_kinds! {
    /// What happened to an execution.
    pub enum JobExecutionEventOperation, JobExecutionEventKind {
        /// The device reported success.
        Succeeded = "succeeded", "succeeds";
        /// The device reported failure.
        Failed = "failed", "fails";
        /// The device rejected the execution.
        Rejected = "rejected", "is rejected by the thing";
        /// The job, or this execution alone, was canceled.
        Canceled = "canceled", "is canceled";
        /// A timer expired before the execution finished.
        TimedOut = "timed_out", "times out";
        /// The thing was deleted, or removed from the targets, before the execution finished.
        Removed = "removed", "is removed, because the thing is deleted or no longer a target of the job";
        /// The execution was deleted.
        Deleted = "deleted", "is deleted";
    }
}
