//! The progress of a conversion, on standard error if that is a terminal.

use std::time::{Duration, Instant};

use crate::progress_line::{ProgressLine, bar};

/// The time between two updates.
const INTERVAL: Duration = Duration::from_millis(200);

/// A line with a bar, the rate and the remaining time.
pub(super) struct Progress {
    /// The number of bytes of all files, if it is known.
    total: Option<u64>,
    start: Instant,
    line: ProgressLine,
}

impl Progress {
    /// The progress of reading so many bytes.
    pub(super) fn new(total: Option<u64>) -> Self {
        Self {
            total,
            start: Instant::now(),
            line: ProgressLine::new(INTERVAL),
        }
    }

    /// How long to wait for the next update.
    pub(super) fn interval(&self) -> Duration {
        self.line.interval().unwrap_or(Duration::from_hours(1))
    }

    /// Updates the line if it is time.
    pub(super) fn update(&mut self, read: u64, rows: u64) {
        let (total, time) = (self.total, self.start.elapsed());
        self.line.update(|| line(read, total, rows, time));
    }
}

/// The text of the line; with a bar and the remaining time if the total is known.
fn line(read: u64, total: Option<u64>, rows: u64, time: Duration) -> String {
    let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1);
    let per_second = |count: u64| count.saturating_mul(1000) / millis;
    let rate = format!(
        "{rows} rows, {} rows/s, {} MB/s",
        per_second(rows),
        per_second(read) / 1_000_000
    );
    let Some(total) = total.filter(|&total| total > 0) else {
        return rate;
    };
    let read = read.min(total);
    let left = match per_second(read) {
        0 => String::new(),
        rate => {
            let seconds = (total - read) / rate;
            format!(", {}:{:02} left", seconds / 60, seconds % 60)
        }
    };
    format!("{}  {rate}{left}", bar(read, total))
}

#[cfg(test)]
mod tests {
    use super::{Duration, line};

    #[test]
    fn the_line_has_a_bar_the_rate_and_the_remaining_time() {
        let seconds = Duration::from_secs;
        for (read, total, rows, time, text) in [
            (
                500_000_000,
                Some(1_000_000_000),
                100,
                seconds(5),
                "[===============               ]  50 %  100 rows, 20 rows/s, 100 MB/s, 0:05 left",
            ),
            (
                1_000_000,
                Some(100_000_000),
                7,
                seconds(1),
                "[                              ]   1 %  7 rows, 7 rows/s, 1 MB/s, 1:39 left",
            ),
            (
                9,
                Some(8),
                1,
                seconds(1),
                "[==============================] 100 %  1 rows, 1 rows/s, 0 MB/s, 0:00 left",
            ),
            (
                0,
                Some(8),
                0,
                seconds(0),
                "[                              ]   0 %  0 rows, 0 rows/s, 0 MB/s",
            ),
            (2_000_000, None, 3, seconds(2), "3 rows, 1 rows/s, 1 MB/s"),
        ] {
            assert_eq!(line(read, total, rows, time), text);
        }
    }
}
