//! Reports for people: a headline for each input, and each finding under its line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use iot_jobs::{
    shape::{Unknown, UnknownKind},
    validate::Severity,
};

use super::{Reporter, snippet};
use crate::{check_result::CheckResult, counts::InputCounts, escape::escape_control};

const OK: Style = AnsiColor::Green.on_default().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NAME: Style = Style::new().bold();

/// Writes text, in colors on a terminal.
pub struct HumanReporter<W> {
    out: W,
}

impl<W: Write> HumanReporter<W> {
    /// Reports to this writer.
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Reporter for HumanReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        let out = &mut self.out;
        let unknown = unreported_unknown(result);
        write_headline(out, result, &unknown)?;
        for severity in [Severity::Error, Severity::Warning] {
            for finding in result.findings().filter(|it| it.severity == severity) {
                writeln!(out, "{}\n", snippet::with_rule(&result.input, finding))?;
            }
        }
        for it in unknown {
            let (kind, path) = (kind(it), escape_control(&it.path.to_string()));
            writeln!(out, "  {WARNING}{kind:14}{WARNING:#}  {path}")?;
        }
        out.flush()
    }

    fn finish(&mut self, counts: InputCounts) -> io::Result<()> {
        if counts.total() != 1 {
            write_summary(&mut self.out, counts)?;
        }
        self.out.flush()
    }
}

/// The unknown members, and the unknown values without a violation of their own.
fn unreported_unknown<'r>(result: &'r CheckResult<'_>) -> Vec<&'r Unknown> {
    let decoded = result.decoded.iter();
    let unknown = decoded.flat_map(|decoded| &decoded.unknown);
    let unreported = unknown.filter(|unknown| {
        let mut violations = result.violations.iter();
        unknown.kind != UnknownKind::Value || violations.all(|it| it.path != unknown.path)
    });
    unreported.collect()
}

fn kind(unknown: &Unknown) -> &'static str {
    match unknown.kind {
        UnknownKind::Value => "unknown value",
        _ => "unknown member",
    }
}

fn write_headline(
    out: &mut impl Write,
    result: &CheckResult<'_>,
    unknown: &[&Unknown],
) -> io::Result<()> {
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
    let values = unknown.iter().filter(|it| it.kind == UnknownKind::Value);
    let values = values.count();
    let counts = [
        count(unknown.len() - values, "unknown member"),
        count(values, "unknown value"),
    ];
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    if !counts.is_empty() {
        write!(out, " with {}", counts.join(" and "))?;
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
