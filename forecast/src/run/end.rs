//! How a job ends.

use iot_jobs::types::JobEndBehavior;

/// How a job ends.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum End {
    /// Every execution of a snapshot job has ended: the job is `COMPLETED`.
    Completed,
    /// A criterion aborted it: the job is `CANCELED`.
    Aborted(Abort),
    /// Its end time came before everything had ended, or it is continuous: the job is `COMPLETED` once the executions
    /// that its end behavior leaves have ended.
    EndTime(JobEndBehavior),
    /// A continuous job without an end time: every target has been done, and the job stays `IN_PROGRESS` or `SCHEDULED`.
    Continues,
    /// Executions remain that do not end: of unreachable things, and in progress without a timer.
    Unfinished,
    /// The job goes on after two years, or its next maintenance window is later.
    Horizon,
}

impl End {
    /// `completed`, `aborted`, `end-time`, `continues`, `unfinished` or `horizon`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Aborted(_) => "aborted",
            Self::EndTime(_) => "end-time",
            Self::Continues => "continues",
            Self::Unfinished => "unfinished",
            Self::Horizon => "horizon",
        }
    }
}

/// An abort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Abort {
    /// The index of the criterion in `abortConfig.criteriaList`.
    pub criterion: usize,
    /// The failures that it counts.
    pub failures: u32,
    /// What the failures are divided by: executions or things, ended or notified, as the reading has it.
    pub executed: u32,
    /// The executions that were `QUEUED` and are `CANCELED`.
    pub canceled: u32,
    /// The executions in progress, which go on.
    pub in_progress: u32,
    /// The things that had not been notified.
    pub not_notified: u32,
}
