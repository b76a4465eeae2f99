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

impl JobStatus {
    /// Whether the job is over: no execution of it will run, and all that may follow is deletion.
    ///
    /// A state that this version does not know counts as not over.
    pub const fn is_terminal(&self) -> bool {
        matches!(
            self,
            Self::Completed | Self::Canceled | Self::DeletionInProgress
        )
    }

    /// Whether a job in this state may be in `next` after one step; `None` if this version does not
    /// know one of the two.
    ///
    /// ```
    /// use iot_jobs::types::JobStatus::{Canceled, DeletionInProgress, InProgress, Scheduled};
    ///
    /// assert_eq!(InProgress.can_become(&Scheduled), Some(true)); // its maintenance window closed
    /// assert_eq!(Canceled.can_become(&DeletionInProgress), Some(true));
    /// assert_eq!(Canceled.can_become(&InProgress), Some(false));
    /// assert_eq!(Canceled.can_become(&"SUCCEEDED".into()), None);
    /// ```
    pub const fn can_become(&self, next: &Self) -> Option<bool> {
        Some(match (self, next) {
            (Self::Unknown(_), _) | (_, Self::Unknown(_)) => return None,
            (Self::DeletionInProgress, _) => false,
            (_, Self::DeletionInProgress)
            | (Self::InProgress, Self::Scheduled | Self::Completed)
            | (Self::Scheduled, Self::InProgress)
            | (Self::InProgress | Self::Scheduled, Self::Canceled) => true,
            _ => false,
        })
    }
}
