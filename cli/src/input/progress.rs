//! How far a long run is, on standard error while that is a terminal.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

use crate::tally::Tally;

/// A run shorter than this shows nothing.
const LONG: Duration = Duration::from_millis(500);

/// How long a state is shown before the next one.
const PAUSE: Duration = Duration::from_millis(100);

/// A line that says how far the run is, drawn over itself.
pub(super) struct Progress {
    /// How many bytes there are to read, if that is known.
    total: Option<u64>,
    read: u64,
    /// When the line may be drawn next; never where nobody would see it.
    due: Option<Instant>,
    drawn: bool,
    shares_terminal: bool,
}

impl Progress {
    /// The progress of reading so many bytes.
    pub(super) fn of(total: Option<u64>) -> Self {
        let seen = io::stderr().is_terminal();
        Self {
            total,
            read: 0,
            due: seen.then(|| Instant::now() + LONG),
            drawn: false,
            shares_terminal: io::stdout().is_terminal(),
        }
    }

    /// Makes room for a report, where it goes to the same terminal.
    pub(super) fn before_report(&mut self) {
        if self.shares_terminal {
            self.clear();
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.drawn) {
            // Nobody is left to tell when standard error is closed.
            let _ = io::stderr().write_all(b"\r\x1b[K");
        }
    }

    /// Counts what was read, and draws the line when it is time.
    pub(super) fn advance(&mut self, bytes: usize, tally: Tally) {
        self.read += u64::try_from(bytes).unwrap_or_default();
        let now = Instant::now();
        if self.due.is_some_and(|due| due <= now) {
            self.due = Some(now + PAUSE);
            self.drawn = true;
            let line = line(self.read, self.total, tally);
            let _ = write!(io::stderr(), "\r\x1b[K{line}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// What the line says; a bar only where it is known how long it is to become.
fn line(read: u64, total: Option<u64>, tally: Tally) -> String {
    const BAR: u64 = 30;
    let (done, failed) = (tally.total(), tally.failed);
    let counts = match failed {
        0 => format!("{done} checked"),
        _ => format!("{done} checked, {failed} failed"),
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
    use super::{Tally, line};

    #[test]
    fn the_line_says_how_far_it_is() {
        let tally = Tally {
            decoded: 3,
            failed: 1,
            ..Tally::default()
        };
        for (read, total, text) in [
            (
                0,
                Some(8),
                "[                              ]   0 %  4 checked, 1 failed",
            ),
            (
                4,
                Some(8),
                "[===============               ]  50 %  4 checked, 1 failed",
            ),
            (
                9,
                Some(8),
                "[==============================] 100 %  4 checked, 1 failed",
            ),
            (4, None, "4 checked, 1 failed"),
            (0, Some(0), "4 checked, 1 failed"),
        ] {
            assert_eq!(line(read, total, tally), text);
        }
        assert_eq!(line(1, None, Tally::default()), "0 checked");
    }
}
