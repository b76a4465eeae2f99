//! Maintenance windows as periods in which things can be notified.

use std::iter::Peekable;

use iot_jobs::{Path, primitives::DateTime, types::MaintenanceWindow};

use crate::{
    Error,
    period::{HORIZON, Period},
};

const MINUTE: i64 = 60;

/// The maximum number of windows, so that the cost of finding the next one is bounded.
const MAX_WINDOWS: usize = 100;

/// Checks that the windows of a list can be forecast.
pub(super) fn check(windows: &[MaintenanceWindow], list: &Path) -> Result<(), Error> {
    if windows.len() > MAX_WINDOWS {
        return Err(Error::Setting {
            path: list.clone(),
            message: format!("{} windows are more than {MAX_WINDOWS}", windows.len()),
        });
    }
    for (index, window) in windows.iter().enumerate() {
        if window.starts_from(DateTime::from_secs(0)).is_none() {
            return Err(Error::Setting {
                path: list.clone().index(index).member("startTime"),
                message: "this version does not know the form of the cron expression".to_owned(),
            });
        }
    }
    Ok(())
}

/// The periods in which at least one window is open, from the start of a job on.
pub(super) struct Periods<I: Iterator<Item = Period>> {
    windows: Vec<Peekable<I>>,
}

/// The periods of all windows.
pub(super) fn periods(
    windows: &[MaintenanceWindow],
    start: DateTime,
) -> Periods<impl Iterator<Item = Period> + use<>> {
    let start = start.secs();
    let windows = windows.iter().filter_map(|window| {
        let duration = i64::from(window.duration_in_minutes) * MINUTE;
        // A window may be open when the job starts.
        let from = DateTime::from_secs(start.saturating_sub(duration).saturating_add(1));
        let periods = window.starts_from(from)?.map_while(move |opens| {
            let opens = opens.secs().saturating_sub(start);
            Some(Period {
                opens: seconds(opens).filter(|opens| *opens <= HORIZON)?,
                closes: seconds(opens.saturating_add(duration))?,
            })
        });
        Some(periods.peekable())
    });
    Periods {
        windows: windows.collect(),
    }
}

/// Seconds from the start; a time before is the start.
fn seconds(seconds: i64) -> Option<u32> {
    u32::try_from(seconds.max(0)).ok()
}

impl<I: Iterator<Item = Period>> Periods<I> {
    /// The window that opens first.
    fn next_window(&mut self) -> Option<&mut Peekable<I>> {
        let windows = self.windows.iter_mut();
        let opens = windows.filter_map(|window| Some((window.peek()?.opens, window)));
        let (_, first) = opens.min_by_key(|(opens, _)| *opens)?;
        Some(first)
    }
}

/// Periods that overlap or touch are one.
impl<I: Iterator<Item = Period>> Iterator for Periods<I> {
    type Item = Period;

    fn next(&mut self) -> Option<Period> {
        let mut period = self.next_window()?.next()?;
        while let Some(window) = self.next_window() {
            let Some(next) = window.next_if(|next| next.opens <= period.closes) else {
                break;
            };
            period.closes = period.closes.max(next.closes);
        }
        Some(period)
    }
}
