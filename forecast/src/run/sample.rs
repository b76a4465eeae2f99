//! The state of a rollout at one time.

use std::time::Duration;

/// The number of things in each state at one time.
///
/// Each thing is counted once, by its last execution: all but `rate`, `notified` and `joined` add up to the number
/// of targets and of things that joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sample {
    /// The time, what happens then included.
    pub at: Duration,
    /// The highest rate per minute at which targets were notified since the last sample; 0 if none were.
    pub rate: u32,
    /// The targets that were notified.
    pub notified: u32,
    /// The things that joined the targets later.
    pub joined: u32,
    /// The things that were not notified: targets, and things that joined while no maintenance window was open.
    pub not_notified: u32,
    /// The things whose retry waits for the rate, if retries count in it.
    pub waiting: u32,
    /// The things whose execution is `QUEUED`.
    pub queued: u32,
    /// The things whose execution is `IN_PROGRESS`.
    pub in_progress: u32,
    /// The things whose execution is `SUCCEEDED`.
    pub succeeded: u32,
    /// The things whose last execution is `FAILED`.
    pub failed: u32,
    /// The things whose last execution is `REJECTED`.
    pub rejected: u32,
    /// The things whose last execution is `TIMED_OUT`.
    pub timed_out: u32,
    /// The things whose last execution is `CANCELED`.
    pub canceled: u32,
}

impl Sample {
    /// The number of things with an execution in a terminal state.
    pub const fn ended(&self) -> u32 {
        self.succeeded + self.failed + self.rejected + self.timed_out + self.canceled
    }

    /// The number of all things.
    pub const fn things(&self) -> u32 {
        self.not_notified + self.waiting + self.queued + self.in_progress + self.ended()
    }
}
