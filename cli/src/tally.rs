//! How many inputs went how, and the exit code that follows.

use std::process::ExitCode;

/// The inputs seen so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Inputs that decoded.
    pub(crate) decoded: usize,
    /// Inputs that did not.
    pub(crate) failed: usize,
    /// Inputs that could not be read.
    pub(crate) unreadable: usize,
}

impl Tally {
    /// How many inputs there were.
    pub(crate) fn total(self) -> usize {
        self.decoded + self.failed + self.unreadable
    }

    /// The exit code: the worst that happened to any input.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Self {
                unreadable: 1.., ..
            } => ExitCode::from(2),
            Self { failed: 1.., .. } => ExitCode::from(1),
            _ => ExitCode::SUCCESS,
        }
    }
}
