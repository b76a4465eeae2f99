//! The states of a job.

use crate::string_enum;

string_enum! {
    /// The state of a job.
    pub enum JobStatus {
        /// At least one execution may still run.
        InProgress = "IN_PROGRESS",
        /// The job was canceled, on request or by its abort criteria.
        Canceled = "CANCELED",
        /// Every execution has ended and no more will start.
        Completed = "COMPLETED",
        /// The job is being deleted with its executions.
        DeletionInProgress = "DELETION_IN_PROGRESS",
        /// The job waits for its start time or its next maintenance window.
        Scheduled = "SCHEDULED",
    }
}

impl JobStatus {
    /// Whether the state is terminal: no more executions run, and only deletion can follow.
    ///
    /// A state that this version does not know counts as not terminal.
    pub const fn is_terminal(&self) -> bool {
        match self {
            Self::Completed | Self::Canceled | Self::DeletionInProgress => true,
            Self::InProgress | Self::Scheduled | Self::Unknown(_) => false,
        }
    }

    /// Whether a job in this state can change directly to `next`; `None` if this version does not know
    /// one of the two.
    ///
    /// ```
    /// use iot_jobs::types::JobStatus::{Canceled, DeletionInProgress, InProgress, Scheduled};
    ///
    /// assert_eq!(InProgress.can_transition_to(&Scheduled), Some(true)); // its maintenance window closed
    /// assert_eq!(Canceled.can_transition_to(&DeletionInProgress), Some(true));
    /// assert_eq!(Canceled.can_transition_to(&InProgress), Some(false));
    /// assert_eq!(Canceled.can_transition_to(&"SUCCEEDED".into()), None);
    /// ```
    pub const fn can_transition_to(&self, next: &Self) -> Option<bool> {
        Some(match (self, next) {
            (Self::Unknown(_), _) | (_, Self::Unknown(_)) => return None,
            (
                Self::InProgress,
                Self::Canceled | Self::Completed | Self::DeletionInProgress | Self::Scheduled,
            )
            | (Self::Scheduled, Self::InProgress | Self::Canceled | Self::DeletionInProgress)
            | (Self::Canceled | Self::Completed, Self::DeletionInProgress) => true,
            (Self::InProgress, Self::InProgress)
            | (Self::Scheduled, Self::Completed | Self::Scheduled)
            | (
                Self::Canceled | Self::Completed,
                Self::InProgress | Self::Canceled | Self::Completed | Self::Scheduled,
            )
            | (
                Self::DeletionInProgress,
                Self::InProgress
                | Self::Canceled
                | Self::Completed
                | Self::DeletionInProgress
                | Self::Scheduled,
            ) => false,
        })
    }
}
