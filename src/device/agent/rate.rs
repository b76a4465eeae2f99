//! The limit of publishes in a time.

use std::time::Duration;

/// How many publishes may follow each other without a pause.
const BURST: u32 = 20;

/// Limits publishes to a rate, with bursts.
#[derive(Clone, Debug)]
pub(super) struct Rate {
    interval: Duration,
    /// When the whole burst is available again.
    full_at: Duration,
}

impl Rate {
    pub(super) fn new(per_minute: u32) -> Self {
        Self {
            interval: Duration::from_mins(1) / per_minute.max(1),
            full_at: Duration::ZERO,
        }
    }

    /// When the next publish is allowed.
    pub(super) fn next(&self) -> Duration {
        self.full_at.saturating_sub(self.interval * (BURST - 1))
    }

    /// Counts a publish.
    pub(super) fn count(&mut self, now: Duration) {
        self.full_at = self.full_at.max(now).saturating_add(self.interval);
    }
}
