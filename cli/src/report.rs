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

/// Writes check results in one format.
pub trait Reporter {
    /// Reports the result of an input.
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()>;

    /// Ends the report.
    fn finish(&mut self, counts: InputCounts) -> io::Result<()>;
}
