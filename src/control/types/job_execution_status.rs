//! The states an execution goes through.

use crate::string_enum;

string_enum! {
    /// The state of an execution.
    pub enum JobExecutionStatus {
        /// The device has yet to start the job.
        Queued = "QUEUED",
        /// The device has started the job.
        InProgress = "IN_PROGRESS",
        /// The device reported success.
        Succeeded = "SUCCEEDED",
        /// The device reported failure.
        Failed = "FAILED",
        /// A timer ran out before the device finished.
        TimedOut = "TIMED_OUT",
        /// The device refused to run the job.
        Rejected = "REJECTED",
        /// The thing was deleted or left the targets before it finished.
        Removed = "REMOVED",
        /// The job, or this execution alone, was canceled.
        Canceled = "CANCELED",
    }
}
