//! The samples of a run.

use std::time::Duration;

use crate::Sample;

/// The maximum number of samples with a fixed distance: three days of minutes.
const MAX_SAMPLES: usize = 3 * 24 * 60;
const MINUTE: u32 = 60;

/// Records the state after each interval. If there are too many samples, every second one is left out, so that
/// their number is bounded however long a run is.
pub(super) struct Recorder {
    interval: u32,
    next: u32,
    rate: u32,
    samples: Vec<Sample>,
}

impl Recorder {
    pub(super) fn new() -> Self {
        Self {
            interval: MINUTE,
            next: 0,
            rate: 0,
            samples: Vec::new(),
        }
    }

    /// Notes a rate at which things are notified.
    pub(super) fn notify_at(&mut self, rate: u32) {
        self.rate = self.rate.max(rate);
    }

    /// Records the state at every sample before a time.
    pub(super) fn advance(&mut self, time: u32, state: &Sample) {
        while self.next < time {
            self.push(self.next, state);
            self.next += self.interval;
            if self.samples.len() >= MAX_SAMPLES {
                self.halve();
            }
        }
    }

    /// The interval and the samples, the last one at the end of the run.
    pub(super) fn finish(mut self, end: u32, state: &Sample) -> (Duration, Vec<Sample>) {
        self.advance(end, state);
        self.push(end, state);
        (Duration::from_secs(self.interval.into()), self.samples)
    }

    fn push(&mut self, time: u32, state: &Sample) {
        self.samples.push(Sample {
            at: Duration::from_secs(time.into()),
            rate: std::mem::take(&mut self.rate),
            ..*state
        });
    }

    /// Leaves out every second sample, whose rate goes to the next one.
    fn halve(&mut self) {
        let mut index = 0_usize;
        let mut rate = 0;
        self.samples.retain_mut(|sample| {
            let keep = index.is_multiple_of(2);
            index += 1;
            rate = sample.rate.max(rate);
            if keep {
                sample.rate = std::mem::take(&mut rate);
            }
            keep
        });
        // A rate after the last sample that is kept belongs to the next one.
        self.rate = self.rate.max(rate);
        self.interval *= 2;
        let last = self.samples.last().map_or(0, |sample| sample.at.as_secs());
        self.next = u32::try_from(last).unwrap_or(u32::MAX) + self.interval;
    }
}
