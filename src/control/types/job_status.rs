//! The states a job goes through.

use crate::string_enum;

string_enum! {
    /// The state of a job.
    pub enum JobStatus {
        /// At least one execution may still run.
        InProgress = "IN_PROGRESS",
        /// The job was canceled, on request or by its abort criteria.
        Canceled = "CANCELED",
        /// Every execution is over and no more will come.
        Completed = "COMPLETED",
        /// The job is being deleted with its executions.
        DeletionInProgress = "DELETION_IN_PROGRESS",
        /// The job waits for its start time or its next maintenance window.
        Scheduled = "SCHEDULED",
    }
}
