//! A line with the progress of a long run, on standard error if that is a terminal.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

/// The line is first shown after this time.
const DELAY: Duration = Duration::from_millis(500);

/// A line that each update overwrites.
pub(crate) struct ProgressLine {
    /// The time between two updates.
    interval: Duration,
    /// The time of the next update; `None` without a terminal.
    next_update: Option<Instant>,
    visible: bool,
}

impl ProgressLine {
    /// A line that is not shown yet, with this time between two updates.
    pub(crate) fn new(interval: Duration) -> Self {
        Self {
            interval,
            next_update: io::stderr().is_terminal().then(|| Instant::now() + DELAY),
            visible: false,
        }
    }

    /// The time between two updates; `None` without a terminal.
    #[cfg(feature = "convert")]
    pub(crate) fn interval(&self) -> Option<Duration> {
        self.next_update.map(|_| self.interval)
    }

    /// Shows this text if it is time.
    pub(crate) fn update(&mut self, text: impl FnOnce() -> String) {
        let now = Instant::now();
        if self.next_update.is_some_and(|at| at <= now) {
            self.next_update = Some(now + self.interval);
            self.visible = true;
            let _ = write!(io::stderr(), "\r\x1b[K{}", text());
        }
    }

    /// Removes the line.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.visible) {
            // If standard error is closed, there is nothing to remove.
            let _ = io::stderr().write_all(b"\r\x1b[K");
        }
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        self.clear();
    }
}

/// A bar with a percentage, of a total that is not 0.
pub(crate) fn bar(read: u64, total: u64) -> String {
    const WIDTH: u64 = 30;
    let part = |whole: u64| whole.saturating_mul(read.min(total)) / total;
    let filled = usize::try_from(part(WIDTH)).unwrap_or_default();
    let bar = "=".repeat(filled);
    format!("[{bar:30}] {:3} %", part(100))
}
