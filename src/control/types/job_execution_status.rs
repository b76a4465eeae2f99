//! The states of an execution.

#[cfg(feature = "proptest")]
use crate::facts::{
    Member,
    draft::{JsonTree, Members},
};
use crate::{
    path::PathRef,
    report::{Finding, Report, Rule},
    string_enum,
};

string_enum! {
    /// The state of an execution.
    pub enum JobExecutionStatus {
        /// The device has not started the job.
        Queued = "QUEUED",
        /// The device has started the job.
        InProgress = "IN_PROGRESS",
        /// The device reported success.
        Succeeded = "SUCCEEDED",
        /// The device reported failure.
        Failed = "FAILED",
        /// A timer expired before the device finished.
        TimedOut = "TIMED_OUT",
        /// The device rejected the job.
        Rejected = "REJECTED",
        /// The thing was deleted or left the targets before it finished.
        Removed = "REMOVED",
        /// The job, or this execution alone, was canceled.
        Canceled = "CANCELED",
    }
}

impl JobExecutionStatus {
    /// Whether the state is terminal: the execution has ended and its state does not change again.
    ///
    /// A state that this version does not know counts as not terminal.
    pub const fn is_terminal(&self) -> bool {
        match self {
            Self::Succeeded
            | Self::Failed
            | Self::TimedOut
            | Self::Rejected
            | Self::Removed
            | Self::Canceled => true,
            Self::Queued | Self::InProgress | Self::Unknown(_) => false,
        }
    }

    /// Whether a device may set this state; the service rejects the others from it.
    pub const fn is_device_settable(&self) -> bool {
        match self {
            Self::InProgress | Self::Succeeded | Self::Failed | Self::Rejected => true,
            Self::Queued | Self::TimedOut | Self::Removed | Self::Canceled | Self::Unknown(_) => {
                false
            }
        }
    }

    /// Checks that a device may set this state; a state that this version does not know is a violation of its
    /// own.
    pub(crate) fn check_settable<T>(&self, _: &T, at: &PathRef<'_>, report: &mut Report) {
        if self.is_device_settable() || matches!(self, Self::Unknown(_)) {
            return;
        }
        let status = self.as_str();
        let limit = "IN_PROGRESS, SUCCEEDED, FAILED or REJECTED";
        let message = format!("a device cannot set {status}, only the service: set {limit}");
        let finding = Finding::error(Rule::DeviceStatus, message);
        report.add(at, finding.value(format!("{status:?}")).limit(limit));
    }

    /// Changes a generated state that only the service sets.
    #[cfg(feature = "proptest")]
    pub(crate) fn make_settable(members: &mut Members<'_>, status: &Member) {
        members.change(status, |status| {
            if !status
                .text()
                .is_some_and(|text| Self::from(text).is_device_settable())
            {
                *status = JsonTree::string(Self::InProgress.as_str());
            }
        });
    }

    /// Whether an execution in this state can change directly to `next`, by the device or the service;
    /// `None` if this version does not know one of the two.
    ///
    /// A retry is not a transition, but another execution with its own number. That a queued execution
    /// can succeed or fail without being started has been observed on an emulator only.
    ///
    /// ```
    /// use iot_jobs::types::JobExecutionStatus::{Failed, InProgress, Queued};
    ///
    /// assert_eq!(InProgress.can_transition_to(&InProgress), Some(true)); // a progress report
    /// assert_eq!(Failed.can_transition_to(&Queued), Some(false));
    /// assert_eq!(Queued.can_transition_to(&"SOMEDAY".into()), None);
    /// ```
    pub const fn can_transition_to(&self, next: &Self) -> Option<bool> {
        Some(match (self, next) {
            (Self::Unknown(_), _) | (_, Self::Unknown(_)) => return None,
            (
                Self::Queued | Self::InProgress,
                Self::InProgress
                | Self::Succeeded
                | Self::Failed
                | Self::Rejected
                | Self::Removed
                | Self::Canceled,
            )
            | (Self::InProgress, Self::TimedOut) => true,
            // The timers start when the execution starts.
            (Self::Queued, Self::TimedOut)
            | (Self::Queued | Self::InProgress, Self::Queued)
            | (
                Self::Succeeded
                | Self::Failed
                | Self::TimedOut
                | Self::Rejected
                | Self::Removed
                | Self::Canceled,
                Self::Queued
                | Self::InProgress
                | Self::Succeeded
                | Self::Failed
                | Self::TimedOut
                | Self::Rejected
                | Self::Removed
                | Self::Canceled,
            ) => false,
        })
    }
}
