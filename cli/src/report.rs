//! Check results as text for people and as data for programs.

use std::io;

use crate::{check_result::CheckResult, counts::InputCounts};

mod failure;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;
mod snippet;

pub use self::failure::write_failure;

/// That an input has more findings than are shown.
fn omitted_findings(count: usize) -> String {
    let (findings, are) = match count {
        1 => ("finding", "is"),
        _ => ("findings", "are"),
    };
    format!("{count} more {findings} {are} not shown; --max-findings raises the limit")
}

/// Writes check results in one format.
pub trait Reporter {
    /// Reports the result of an input.
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()>;

    /// Ends the report.
    fn finish(&mut self, counts: InputCounts) -> io::Result<()>;
}
