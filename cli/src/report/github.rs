//! Reports for GitHub Actions: a workflow command for each finding.

use std::io::{self, Write};

use iot_jobs::validate::Severity;

use super::Reporter;
use crate::{check_result::CheckResult, counts::InputCounts, escape::escape_control};

/// Writes workflow commands.
pub struct GithubReporter<W> {
    out: W,
}

impl<W: Write> GithubReporter<W> {
    /// Reports to this writer.
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Reporter for GithubReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        for finding in result.findings() {
            let rule = finding.rule;
            let command = match finding.severity {
                Severity::Information => "notice",
                Severity::Warning => "warning",
                Severity::Error => "error",
            };
            let file = property(&result.input.display_file());
            write!(self.out, "::{command} file={file}")?;
            if let Some(span) = finding.span {
                write!(self.out, ",line={},col={}", span.line, span.column)?;
            }
            let message = format!("{}: {}", finding.path, finding.message);
            let message = data(&escape_control(&message));
            writeln!(self.out, ",title=iot-jobs {rule}::{message}")?;
        }
        self.out.flush()
    }

    fn finish(&mut self, _: InputCounts) -> io::Result<()> {
        Ok(())
    }
}

/// Escapes the data of a workflow command.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
