//! Events of jobs.

use iot_jobs_macros::shape;

use super::{EventType, kind::event_kinds};
use crate::{
    control::types::{JobProcessDetails, JobStatus, TargetSelection},
    primitives::DateTime,
    string_enum,
};

/// A job was completed, canceled or deleted.
///
/// The event may be delivered more than once, and after events of later changes.
#[shape]
pub struct JobEvent {
    /// The kind of event, `JOB`.
    pub event_type: Option<EventType>,
    /// Identifies the event, so that repeated deliveries can be recognized.
    pub event_id: Option<String>,
    /// When the event was sent, in whole seconds.
    pub timestamp: Option<DateTime>,
    /// What happened.
    pub operation: Option<JobEventOperation>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The state of the job.
    pub status: Option<JobEventStatus>,
    /// How the job treats things that join its targets later.
    pub target_selection: Option<TargetSelection>,
    /// The ARNs of the things and thing groups the job was sent to.
    #[shape(JOB_TARGETS)]
    pub targets: Option<Vec<String>>,
    /// What the job is for.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// When the job was completed, in milliseconds.
    #[shape(EPOCH_MILLISECONDS)]
    pub completed_at: Option<DateTime>,
    /// When the job was created, in milliseconds.
    #[shape(EPOCH_MILLISECONDS)]
    pub created_at: Option<DateTime>,
    /// When the job last changed, in milliseconds.
    #[shape(EPOCH_MILLISECONDS)]
    pub last_updated_at: Option<DateTime>,
    /// The number of things in each state, once the job is completed.
    pub job_process_details: Option<JobProcessDetails>,
    /// Why the job was canceled or deleted.
    #[shape(COMMENT)]
    pub comment: Option<String>,
}

event_kinds! {
    /// What happened to a job.
    pub enum JobEventOperation, JobEventKind {
        /// Every execution is in a terminal state.
        Completed = "completed", "is completed: all its executions are in a terminal state";
        /// The job was canceled, and so was every execution that could be.
        Canceled = "canceled", "is canceled";
        /// The job and its executions were deleted.
        Deleted = "deleted", "is deleted";
        /// The executions of the job are being canceled.
        CancellationInProgress = "cancellation_in_progress", "is being canceled";
        /// The executions of the job are being deleted.
        DeletionInProgress = "deletion_in_progress", "is being deleted";
    }
}

string_enum! {
    /// The state of a job in an event: the states of `JobStatus`, and two that occur in events only.
    pub enum JobEventStatus {
        /// At least one execution may still run.
        InProgress = "IN_PROGRESS",
        /// The job was canceled, on request or by its abort criteria.
        Canceled = "CANCELED",
        /// Every execution is in a terminal state.
        Completed = "COMPLETED",
        /// The job is being deleted with its executions.
        DeletionInProgress = "DELETION_IN_PROGRESS",
        /// The job waits for its start time or its next maintenance window.
        Scheduled = "SCHEDULED",
        /// The job is being canceled; occurs in events only.
        CancellationInProgress = "CANCELLATION_IN_PROGRESS",
        /// The job and its executions were deleted; occurs in events only.
        Deleted = "DELETED",
    }
}

impl From<JobStatus> for JobEventStatus {
    fn from(status: JobStatus) -> Self {
        match status {
            JobStatus::InProgress => Self::InProgress,
            JobStatus::Canceled => Self::Canceled,
            JobStatus::Completed => Self::Completed,
            JobStatus::DeletionInProgress => Self::DeletionInProgress,
            JobStatus::Scheduled => Self::Scheduled,
            // The value may be one that occurs in events only.
            JobStatus::Unknown(value) => Self::from(value.as_str()),
        }
    }
}
