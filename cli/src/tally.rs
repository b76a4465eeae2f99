//! How many inputs went how, and the exit code that follows.

use std::process::ExitCode;

/// The inputs seen so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Inputs that decoded, and in which nothing was found.
    pub(crate) decoded: usize,
    /// Inputs with warnings and no error.
    pub(crate) warned: usize,
    /// Inputs with errors, such as that they do not decode.
    pub(crate) failed: usize,
    /// Inputs that could not be read.
    pub(crate) unreadable: usize,
}

/// How an input went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is fine.
    Good,
    /// It has warnings and no error.
    Warned,
    /// It has errors.
    Failed,
}

impl Tally {
    /// Counts an input.
    pub(crate) fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Good => self.decoded += 1,
            Outcome::Warned => self.warned += 1,
            Outcome::Failed => self.failed += 1,
        }
    }

    /// How many inputs there were.
    pub(crate) fn total(self) -> usize {
        self.decoded + self.warned + self.failed + self.unreadable
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
