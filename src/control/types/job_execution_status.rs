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

impl JobExecutionStatus {
    /// Whether the execution is over and stays as it is.
    ///
    /// A state that this version does not know counts as not over.
    pub const fn is_terminal(&self) -> bool {
        matches!(
            self,
            Self::Succeeded
                | Self::Failed
                | Self::TimedOut
                | Self::Rejected
                | Self::Removed
                | Self::Canceled
        )
    }

    /// Whether a device may set this state; the service refuses the others from it.
    pub const fn settable_by_device(&self) -> bool {
        matches!(
            self,
            Self::InProgress | Self::Succeeded | Self::Failed | Self::Rejected
        )
    }

    /// Whether an execution in this state may be in `next` after one step, by device or service;
    /// `None` if this version does not know one of the two.
    ///
    /// A retry is no such step: it is another execution, with a number of its own. That a queued
    /// execution may succeed or fail without being started was seen on an emulator only.
    ///
    /// ```
    /// use iot_jobs::types::JobExecutionStatus::{Failed, InProgress, Queued};
    ///
    /// assert_eq!(InProgress.can_become(&InProgress), Some(true)); // a progress report
    /// assert_eq!(Failed.can_become(&Queued), Some(false));
    /// assert_eq!(Queued.can_become(&"SOMEDAY".into()), None);
    /// ```
    pub const fn can_become(&self, next: &Self) -> Option<bool> {
        Some(match (self, next) {
            (Self::Unknown(_), _) | (_, Self::Unknown(_)) => return None,
            // The timers run from the start of an execution.
            (_, Self::Queued) | (Self::Queued, Self::TimedOut) => false,
            (Self::Queued | Self::InProgress, _) => true,
            _ => false,
        })
    }
}
