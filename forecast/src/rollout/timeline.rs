//! The start, the end and the maintenance windows on the time line of a run.

use iot_jobs::{
    Path,
    primitives::{DateTime, DateTimeFormat},
};

use super::{Rollout, windows};
use crate::{Error, period::Period};

impl Rollout {
    /// When a job starts that is created at a time.
    pub(crate) fn start(&self, created_at: DateTime) -> DateTime {
        match self.schedule.start {
            Some(start) if start > created_at => start,
            _ => created_at,
        }
    }

    /// Checks that a job that is created at a time starts before its end time.
    pub(crate) fn check_end(&self, created_at: DateTime) -> Result<(), Error> {
        let start = self.start(created_at);
        let Some(end) = self.schedule.end.filter(|end| *end <= start) else {
            return Ok(());
        };
        let text = |time: DateTime| time.fmt(DateTimeFormat::DateTime).unwrap_or_default();
        Err(Error::Setting {
            path: Path::root().member("schedulingConfig").member("endTime"),
            message: format!(
                "{} is not after the start of the job, {}",
                text(end),
                text(start)
            ),
        })
    }

    /// The end time in seconds from the start, after which [`check_end`](Self::check_end) requires it to be.
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
