//! The progress of reading, on standard error if that is a terminal.

use std::{
    io::{self, IsTerminal},
    time::Duration,
};

use crate::{
    counts::InputCounts,
    progress_line::{ProgressLine, bar},
};

/// The time between two updates.
const INTERVAL: Duration = Duration::from_millis(100);

/// A line with a bar and the number of inputs.
pub(super) struct Progress {
    /// The number of bytes of all files, if it is known.
    total: Option<u64>,
    read: u64,
    line: ProgressLine,
    shares_terminal: bool,
}

impl Progress {
    /// The progress of reading so many bytes.
    pub(super) fn new(total: Option<u64>) -> Self {
        Self {
            total,
            read: 0,
            line: ProgressLine::new(INTERVAL),
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
        self.line.clear();
    }

    /// Counts what was read, and updates the line if it is time.
    pub(super) fn advance(&mut self, bytes: usize, counts: InputCounts) {
        self.read += u64::try_from(bytes).unwrap_or_default();
        let (read, total) = (self.read, self.total);
        self.line.update(|| line(read, total, counts));
    }
}

/// The text of the line; with a bar if the total is known.
fn line(read: u64, total: Option<u64>, counts: InputCounts) -> String {
    let (checked, with_errors) = (counts.total(), counts.with_errors);
    let counts = match with_errors {
        0 => format!("{checked} checked"),
        _ => format!("{checked} checked, {with_errors} with errors"),
    };
    match total.filter(|&total| total > 0) {
        Some(total) => format!("{}  {counts}", bar(read, total)),
        None => counts,
    }
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
