//! What the charts of a forecast show, without how it is drawn.

use super::times::Clock;

/// The states of things, in the order in which charts stack them from below.
pub(super) const STATES: [&str; 7] = [
    "succeeded",
    "failed",
    "rejected",
    "timed out",
    "canceled",
    "in progress",
    "queued",
];

/// A chart of one run.
#[cfg_attr(
    not(feature = "plot"),
    expect(dead_code, reason = "charts in terminals show less than plots")
)]
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// The first line above it.
    pub(super) title: String,
    /// The line below the title.
    pub(super) subtitle: String,
    /// How times are written.
    pub(super) clock: Clock,
    /// The samples, the first at the start of the job.
    pub(super) samples: Vec<Sample>,
    /// What happens at a time.
    pub(super) marks: Vec<Mark>,
    /// The maintenance windows, from and to, in minutes.
    pub(super) windows: Vec<(f64, f64)>,
}

/// The state of a run at a time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sample {
    /// The minutes since the start of the job.
    pub(super) minute: f64,
    /// The number of things in each of [`STATES`].
    pub(super) counts: [u32; STATES.len()],
    /// The number of things that are notified per minute, until the next sample.
    pub(super) rate: u32,
}

/// An event of a run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// The minutes since the start of the job.
    pub(super) minute: f64,
    /// The kind of the event.
    pub(super) kind: MarkKind,
    /// What happens, in few words.
    pub(super) label: String,
}

/// The kind of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// The rate increases.
    Increase,
    /// The job is aborted, or reaches its end time.
    Stop,
    /// The job completes.
    Completed,
}

/// The ends of the axes, which are common to all pictures so that they can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scales {
    /// The minutes since the start of the job, at least 1.
    pub(super) minutes: f64,
    /// The number of things.
    pub(super) things: u32,
    /// The number of things that are notified per minute, at least 1.
    pub(super) rate: u32,
}

impl Scales {
    /// The scales of all these pictures.
    pub(super) fn of(pictures: &[Picture]) -> Self {
        let things = pictures.iter().map(Picture::max_things).max();
        let rate = pictures.iter().map(Picture::max_rate).max();
        Self {
            minutes: pictures.iter().map(Picture::minutes).fold(1.0, f64::max),
            things: things.unwrap_or(1),
            rate: rate.unwrap_or(1).max(1),
        }
    }
}

impl Picture {
    /// The minutes until the last sample.
    pub(super) fn minutes(&self) -> f64 {
        self.samples.last().map_or(0.0, |sample| sample.minute)
    }

    /// Whether any thing is in a state.
    pub(super) fn has(&self, state: usize) -> bool {
        let counts = self.samples.iter().filter_map(|it| it.counts.get(state));
        counts.max().is_some_and(|count| *count > 0)
    }

    /// The most things in all states together, at least 1.
    pub(super) fn max_things(&self) -> u32 {
        let totals = self.samples.iter().map(|sample| sample.counts.iter().sum());
        totals.max().unwrap_or(1).max(1)
    }

    /// The highest rate.
    pub(super) fn max_rate(&self) -> u32 {
        let rates = self.samples.iter().map(|sample| sample.rate);
        rates.max().unwrap_or_default()
    }
}
