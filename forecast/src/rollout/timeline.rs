//! The start, the end and the maintenance windows on the time line of a run.

use iot_jobs::primitives::DateTime;

use super::{Rollout, windows};
use crate::period::Period;

impl Rollout {
    /// When a job starts that is created at a time.
    pub(crate) fn start(&self, created_at: DateTime) -> DateTime {
        match self.schedule.start {
            Some(start) if start > created_at => start,
            _ => created_at,
        }
    }

    /// The end time in seconds from the start; an end before the start is at the start.
    pub(crate) fn end(&self, start: DateTime) -> Option<u64> {
        let end = self.schedule.end?;
        let seconds = end.secs().saturating_sub(start.secs());
        Some(u64::try_from(seconds).unwrap_or(0))
    }

    /// The periods in which things can be notified.
    pub(crate) fn periods(&self, start: DateTime) -> Box<dyn Iterator<Item = Period>> {
        if self.schedule.has_windows() {
            Box::new(windows::periods(&self.schedule.windows, start))
        } else {
            Box::new(std::iter::once(Period::ALWAYS))
        }
    }
}
