//! What a rollout does in one reading.

mod end;
mod sample;

use std::time::Duration;

pub use self::{
    end::{Abort, End},
    sample::Sample,
};
use crate::Reading;

/// What a rollout does in one reading of the open points.
///
/// Every time is the time since the start of the job.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Run {
    /// How the open points are read.
    pub reading: Reading,
    /// How the job ends.
    pub end: End,
    /// When the state of the job becomes terminal; for a continuous job without an end time, when the last execution
    /// of a thing that was a target at the start ends; `None` if that does not happen.
    pub ended_at: Option<Duration>,
    /// The end time of the job's schedule, at which the rollout stops; `None` without one.
    pub end_time: Option<Duration>,
    /// When the last execution ends, which is later than the job if an abort leaves some in progress; `None` if some
    /// do not end.
    pub settled_at: Option<Duration>,
    /// When the last thing that was a target at the start is notified; `None` if some are not.
    pub rolled_out_at: Option<Duration>,
    /// The number of minutes in which targets are notified.
    pub rollout_minutes: u32,
    /// When the first execution ends.
    pub first_result_at: Option<Duration>,
    /// When the rate increases while something is left to notify at it: targets, or retries that count in the rate.
    pub increases: Vec<Increase>,
    /// The things that started the job or rejected it.
    pub touched: u32,
    /// The things that did neither: they were not notified, or their execution was canceled before it started or
    /// never starts.
    pub spared: u32,
    /// The retries.
    pub retries: Retries,
    /// The maintenance windows, the first 1000 of them.
    pub windows: Vec<Window>,
    /// The time between samples: a minute, or more if the run is longer than three days.
    pub interval: Duration,
    /// The state at the start, after each interval, and at the end.
    pub samples: Vec<Sample>,
}

impl Run {
    /// The abort, if the job is aborted.
    pub fn abort(&self) -> Option<&Abort> {
        match &self.end {
            End::Aborted(abort) => Some(abort),
            _ => None,
        }
    }

    /// The last sample.
    pub fn last(&self) -> Sample {
        self.samples.last().copied().unwrap_or_default()
    }
}

/// An increase of the rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Increase {
    /// When the new rate applies.
    pub at: Duration,
    /// How many times the base rate is increased for it, by the increment factor each time.
    pub number: u32,
    /// The new rate: the number of things notified per minute.
    pub rate: u32,
    /// The number of things that were notified before.
    pub notified: u32,
    /// The number of things that have succeeded.
    pub succeeded: u32,
}

/// The retries of executions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retries {
    /// The executions queued again after `FAILED`.
    pub failed: u32,
    /// The executions queued again after `TIMED_OUT`.
    pub timed_out: u32,
    /// The retries that were left and not queued, or queued and canceled, because the job was aborted or ended.
    pub dropped: u32,
}

/// A maintenance window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Window {
    /// When it opens.
    pub opens: Duration,
    /// When it closes; windows that overlap are one.
    pub closes: Duration,
}
