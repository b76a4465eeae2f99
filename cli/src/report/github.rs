//! Reports for workflows of GitHub Actions: a command a finding.

use std::io::{self, Write};

use super::{Reporter, file, harmless::harmless};
use crate::{check::verdict::Verdict, input::Input, tally::Tally};

/// A report for a workflow.
pub(crate) struct Report<W> {
    out: W,
}

impl<W: Write> Report<W> {
    /// A report that is written here.
    pub(crate) fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Reporter for Report<W> {
    fn input(&mut self, input: &Input<'_>, verdict: &Verdict) -> io::Result<()> {
        for finding in &verdict.findings {
            let (severity, rule) = (finding.severity, finding.rule);
            let file = property(&file(input));
            write!(self.out, "::{severity} file={file}")?;
            if let Some(spot) = finding.spot {
                write!(self.out, ",line={},col={}", spot.line, spot.column)?;
            }
            let message = format!("{}: {}", finding.path, finding.message);
            let message = data(&harmless(&message));
            writeln!(self.out, ",title=iot-jobs {rule}::{message}")?;
        }
        self.out.flush()
    }

    fn end(&mut self, _: Tally) -> io::Result<()> {
        Ok(())
    }
}

/// Text as it stands behind a command.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as it stands in a command's property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
