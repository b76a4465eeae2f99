//! Reports for GitHub Actions: a workflow command for each finding.

use std::io::{self, Write};

use iot_jobs::validate::Severity;

use super::{Reporter, looks_like, omitted_findings};
use crate::{check_result::CheckResult, counts::InputCounts, escape::escape_control};

/// Writes workflow commands.
pub struct GithubReporter<W> {
    out: W,
    max_findings: usize,
}

impl<W: Write> GithubReporter<W> {
    /// Reports at most so many findings of each input to this writer.
    pub fn new(out: W, max_findings: usize) -> Self {
        Self { out, max_findings }
    }
}

impl<W: Write> Reporter for GithubReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        // Standard input has no file that could be annotated.
        let file = if result.input.is_stdin() {
            String::new()
        } else {
            format!("file={},", property(&result.input.display_file()))
        };
        if let Some(shape) = &result.looks_like {
            let hint = data(&looks_like::hint(&result.input, shape));
            writeln!(self.out, "::notice {file}title=iot-jobs::{hint}")?;
        }
        let (findings, omitted) = result.shown(self.max_findings);
        let shown = findings.len();
        for finding in findings {
            let rule = finding.rule;
            let command = match finding.severity {
                Severity::Information | Severity::Advice => "notice",
                Severity::Warning => "warning",
                Severity::Error => "error",
            };
            write!(self.out, "::{command} {file}")?;
            if let Some(span) = finding.span {
                write!(self.out, "line={},col={},", span.line, span.column)?;
            }
            let message = format!("{}: {}", finding.path, finding.message);
            let message = data(&escape_control(&message));
            writeln!(self.out, "title=iot-jobs {rule}::{message}")?;
        }
        if omitted > 0 {
            let message = omitted_findings(omitted, shown);
            writeln!(self.out, "::notice {file}title=iot-jobs::{message}")?;
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
