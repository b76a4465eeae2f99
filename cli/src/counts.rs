//! How many inputs had errors or warnings, and the exit code that follows.

use std::process::ExitCode;

/// The number of inputs by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InputCounts {
    /// Inputs without errors and warnings.
    pub ok: usize,
    /// Inputs with warnings and no error.
    pub with_warnings: usize,
    /// Inputs with errors.
    pub with_errors: usize,
    /// Inputs that could not be read.
    pub unreadable: usize,
}

/// The worst that was found in an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Neither an error nor a warning.
    Ok,
    /// A warning and no error.
    Warnings,
    /// An error.
    Errors,
    /// The input could not be read.
    Unreadable,
}

impl InputCounts {
    /// Counts an input.
    pub fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Ok => &mut self.ok,
            Outcome::Warnings => &mut self.with_warnings,
            Outcome::Errors => &mut self.with_errors,
            Outcome::Unreadable => &mut self.unreadable,
        };
        *count += 1;
    }

    /// The number of all inputs.
    pub fn total(self) -> usize {
        self.ok + self.with_warnings + self.with_errors + self.unreadable
    }

    /// The exit code: 2 if an input was unreadable, 1 if one had errors, otherwise 0.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self {
                unreadable: 1.., ..
            } => ExitCode::from(2),
            Self {
                with_errors: 1.., ..
            } => ExitCode::from(1),
            _ => ExitCode::SUCCESS,
        }
    }
}
