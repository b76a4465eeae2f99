//! Reports for people: a headline for each input, and each finding under its line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use iot_jobs::validate::{Rule, Severity};

use super::{Reporter, looks_like, omitted_findings, snippet};
use crate::{
    check_result::{CheckResult, Finding},
    counts::InputCounts,
    escape::escape_control,
    input::Input,
};

const OK: Style = AnsiColor::Green.on_default().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default().bold();
const NAME: Style = Style::new().bold();

/// Writes text, in colors on a terminal.
pub struct HumanReporter<W> {
    out: W,
    max_findings: usize,
    summary: bool,
    ok_lines: OkLines,
}

impl<W: Write> HumanReporter<W> {
    /// Reports at most so many findings of each input to this writer.
    pub fn new(out: W, max_findings: usize) -> Self {
        Self {
            out,
            max_findings,
            summary: true,
            ok_lines: OkLines::default(),
        }
    }

    /// Without a summary at the end.
    #[must_use]
    pub fn without_summary(mut self) -> Self {
        self.summary = false;
        self
    }
}

impl<W: Write> Reporter for HumanReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        let out = &mut self.out;
        if !self.ok_lines.is_of(&result.input) {
            self.ok_lines.write(out)?;
        }
        if result.input.line.is_some() && result.is_without_findings() {
            self.ok_lines.add(result);
            return Ok(());
        }
        write_headline(out, result)?;
        if let Some(shape) = &result.looks_like {
            let hint = looks_like::hint(&result.input, shape);
            writeln!(out, "  {HINT}hint:{HINT:#} {hint}")?;
        }
        let (findings, omitted) = result.shown(self.max_findings);
        for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
            for finding in findings.iter().filter(|it| it.severity == severity) {
                writeln!(out, "{}\n", snippet::with_rule(&result.input, finding))?;
            }
        }
        // Each on one line, since nothing needs to be done about it.
        for it in findings
            .iter()
            .filter(|it| it.severity == Severity::Information)
        {
            let kind = if is_unknown_member(it) {
                "unknown member"
            } else {
                it.rule
            };
            let path = escape_control(&it.path.to_string());
            write!(out, "  {WARNING}{kind:14}{WARNING:#}  {path}")?;
            if let Some(suggestion) = &it.suggestion {
                write!(out, "; did you mean `{}`?", escape_control(suggestion))?;
            }
            writeln!(out)?;
        }
        if omitted > 0 {
            writeln!(out, "{}\n", omitted_findings(omitted, findings.len()))?;
        }
        out.flush()
    }

    fn finish(&mut self, counts: InputCounts) -> io::Result<()> {
        self.ok_lines.write(&mut self.out)?;
        if self.summary && counts.total() != 1 {
            write_summary(&mut self.out, counts)?;
        }
        self.out.flush()
    }
}

/// The lines of a file that are inputs without findings, which are reported together after its other lines.
#[derive(Default)]
struct OkLines {
    file: String,
    /// How they are reported.
    name: String,
    shape: String,
    count: usize,
}

impl OkLines {
    /// Whether an input is a line of the same file.
    fn is_of(&self, input: &Input<'_>) -> bool {
        input.line.is_some() && self.file == input.file
    }

    /// Counts a line.
    fn add(&mut self, result: &CheckResult<'_>) {
        if self.count == 0 {
            result.input.file.clone_into(&mut self.file);
            self.name = result.input.display_file();
            self.shape.clone_from(&result.shape);
        }
        self.count += 1;
    }

    /// Writes how many there were, and starts again.
    fn write(&mut self, out: &mut impl Write) -> io::Result<()> {
        let Self {
            name, shape, count, ..
        } = std::mem::take(self);
        match self::count(count, "line") {
            None => Ok(()),
            Some(lines) => writeln!(out, "{NAME}{name}:{NAME:#} {OK}{lines} ok{OK:#}, {shape}"),
        }
    }
}

/// Whether a finding is about a member that the shape does not have.
fn is_unknown_member(finding: &Finding) -> bool {
    finding.rule == Rule::UnknownMember.as_str()
}

fn write_headline(out: &mut impl Write, result: &CheckResult<'_>) -> io::Result<()> {
    let mut name = result.input.display_file();
    if let Some(line) = result.input.line {
        name = format!("{name}:{line}");
    }
    write!(out, "{NAME}{name}:{NAME:#} ")?;
    let errors = count(result.count(Severity::Error), "error");
    let warnings = count(result.count(Severity::Warning), "warning");
    match (errors, warnings) {
        (None, None) => write!(out, "{OK}ok{OK:#}")?,
        (None, Some(warnings)) => write!(out, "{WARNING}{warnings}{WARNING:#}")?,
        (Some(errors), None) => write!(out, "{ERROR}{errors}{ERROR:#}")?,
        (Some(errors), Some(warnings)) => {
            write!(out, "{ERROR}{errors}{ERROR:#} and ")?;
            write!(out, "{WARNING}{warnings}{WARNING:#}")?;
        }
    }
    write!(out, ", {}", result.shape)?;
    if let Some(detected_by) = result.detected_by {
        write!(out, " ({detected_by})")?;
    }
    let unknown = result
        .findings()
        .filter(|it| it.severity == Severity::Information && is_unknown_member(it));
    let unknown = unknown.count() + result.omitted.unknown_members();
    let unknown = count(unknown, "unknown member");
    let advice = count(result.count(Severity::Advice), "advice finding");
    let also: Vec<_> = unknown.into_iter().chain(advice).collect();
    if !also.is_empty() {
        write!(out, " with {}", also.join(" and "))?;
    }
    writeln!(out)
}

fn write_summary(out: &mut impl Write, counts: InputCounts) -> io::Result<()> {
    let total = count(counts.total(), "input").unwrap_or_else(|| "no inputs".to_owned());
    write!(out, "{NAME}{total}{NAME:#}")?;
    let mut separator = ":";
    for (style, count, what) in [
        (OK, counts.ok, "ok"),
        (WARNING, counts.with_warnings, "with warnings"),
        (ERROR, counts.with_errors, "with errors"),
        (ERROR, counts.unreadable, "unreadable"),
    ] {
        if count > 0 {
            write!(out, "{separator} {style}{count} {what}{style:#}")?;
            separator = ",";
        }
    }
    writeln!(out)
}

/// A number with its noun; `None` for zero.
fn count(number: usize, noun: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{number} {noun}s")),
    }
}
