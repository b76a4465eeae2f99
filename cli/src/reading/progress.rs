//! The progress of a long run, on standard error if that is a terminal.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

use crate::counts::InputCounts;

/// The progress is first shown after this time.
const DELAY: Duration = Duration::from_millis(500);

/// The time between two updates.
const INTERVAL: Duration = Duration::from_millis(100);

/// A line with the progress, which each update overwrites.
pub(super) struct Progress {
    /// The number of bytes of all files, if it is known.
    total: Option<u64>,
    read: u64,
    /// The time of the next update; `None` without a terminal.
    next_update: Option<Instant>,
    visible: bool,
    shares_terminal: bool,
}

impl Progress {
    /// The progress of reading so many bytes.
    pub(super) fn new(total: Option<u64>) -> Self {
        let terminal = io::stderr().is_terminal();
        Self {
            total,
            read: 0,
            next_update: terminal.then(|| Instant::now() + DELAY),
            visible: false,
            shares_terminal: io::stdout().is_terminal(),
        }
    }

    /// Removes the line if the output goes to the same terminal.
    pub(super) fn before_output(&mut self) {
        if self.shares_terminal {
            self.clear();
        }
    }

    /// Removes the line.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.visible) {
            // If standard error is closed, there is nothing to remove.
            let _ = io::stderr().write_all(b"\r\x1b[K");
        }
    }

    /// Counts what was read, and updates the line if it is time.
    pub(super) fn advance(&mut self, bytes: usize, counts: InputCounts) {
        self.read += u64::try_from(bytes).unwrap_or_default();
        let now = Instant::now();
        if self.next_update.is_some_and(|at| at <= now) {
            self.next_update = Some(now + INTERVAL);
            self.visible = true;
            let line = line(self.read, self.total, counts);
            let _ = write!(io::stderr(), "\r\x1b[K{line}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// The text of the line; with a bar if the total is known.
fn line(read: u64, total: Option<u64>, counts: InputCounts) -> String {
    const BAR: u64 = 30;
    let (checked, with_errors) = (counts.total(), counts.with_errors);
    let counts = match with_errors {
        0 => format!("{checked} checked"),
        _ => format!("{checked} checked, {with_errors} with errors"),
    };
    let Some(total) = total.filter(|&total| total > 0) else {
        return counts;
    };
    let part = |whole: u64| whole * read.min(total) / total;
    let filled = usize::try_from(part(BAR)).unwrap_or_default();
    let bar = "=".repeat(filled);
    format!("[{bar:30}] {:3} %  {counts}", part(100))
}

#[cfg(test)]
mod tests {
    use super::{InputCounts, line};

    #[test]
    fn the_line_has_a_bar_and_counts() {
        let counts = InputCounts {
            ok: 3,
            with_errors: 1,
            ..InputCounts::default()
        };
        for (read, total, text) in [
            (
                0,
                Some(8),
                "[                              ]   0 %  4 checked, 1 with errors",
            ),
            (
                4,
                Some(8),
                "[===============               ]  50 %  4 checked, 1 with errors",
            ),
            (
                9,
                Some(8),
                "[==============================] 100 %  4 checked, 1 with errors",
            ),
            (4, None, "4 checked, 1 with errors"),
            (0, Some(0), "4 checked, 1 with errors"),
        ] {
            assert_eq!(line(read, total, counts), text);
        }
        assert_eq!(line(1, None, InputCounts::default()), "0 checked");
    }
}
