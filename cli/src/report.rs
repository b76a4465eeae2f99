//! Check results as text for people and as data for programs.

use std::io;

use crate::{check_result::CheckResult, counts::InputCounts};

mod findings;
pub mod github;
pub mod human;
pub mod json;
pub(crate) mod json_text;
mod looks_like;
pub mod sarif;
mod snippet;

pub use self::findings::write_findings;

/// That an input has findings that are not shown, beside those that are.
fn omitted_findings(count: usize, shown: usize) -> String {
    let (findings, are) = match count {
        1 => ("finding", "is"),
        _ => ("findings", "are"),
    };
    let more = if shown > 0 { "more " } else { "" };
    format!("{count} {more}{findings} {are} not shown; --max-findings raises the limit")
}

/// Writes check results in one format.
pub trait Reporter {
    /// Reports the result of an input.
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()>;

    /// Ends the report.
    fn finish(&mut self, counts: InputCounts) -> io::Result<()>;
}
