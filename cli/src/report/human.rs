//! Reports for people: what came of each input, and each finding under its line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use iot_jobs::{
    Error,
    device::topic::TopicError,
    shape::{Unknown, UnknownKind},
    validate::Severity,
};

use super::{Reporter, file, harmless::harmless, snippet::snippet};
use crate::{
    check::verdict::{Finding, Verdict},
    input::Input,
    tally::Tally,
};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = AnsiColor::Yellow.on_default().bold();
const PLACE: Style = Style::new().bold();

/// A report for people.
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
        let out = &mut self.out;
        let decoded = verdict.decoded.iter();
        let unknown = decoded.flat_map(|decoded| &decoded.unknown);
        let unknown: Vec<_> = unknown.filter(|it| !is_found(verdict, it)).collect();
        headline(out, input, verdict, &unknown)?;
        for severity in [Severity::Error, Severity::Warning] {
            let findings = verdict.findings.iter();
            for finding in findings.filter(|finding| finding.severity == severity) {
                writeln!(out, "{}\n", snippet(input, finding))?;
            }
        }
        for it in unknown {
            let kind = kind(it);
            writeln!(out, "  {NOTE}{kind}{NOTE:#}  {}", harmless(&it.path))?;
        }
        out.flush()
    }

    fn end(&mut self, tally: Tally) -> io::Result<()> {
        if tally.total() != 1 {
            summary(&mut self.out, tally)?;
        }
        self.out.flush()
    }
}

/// Says why nothing can be made of an input, and shows where.
pub(crate) fn failed(out: &mut impl Write, input: &Input<'_>, error: &Error) -> io::Result<()> {
    let finding = Finding {
        // Rules are what `iot-jobs check` knows.
        rule: "",
        ..Finding::of_error(error)
    };
    writeln!(out, "{}\n", snippet(input, &finding))
}

/// Whether a finding says already that this is unknown.
fn is_found(verdict: &Verdict, unknown: &Unknown) -> bool {
    let mut findings = verdict.findings.iter();
    unknown.kind == UnknownKind::Value && findings.any(|it| it.path == unknown.path)
}

fn headline(
    out: &mut impl Write,
    input: &Input<'_>,
    verdict: &Verdict,
    unknown: &[&Unknown],
) -> io::Result<()> {
    let mut place = file(input);
    if let Some(line) = input.line {
        place = format!("{place}:{line}");
    }
    write!(out, "{PLACE}{place}:{PLACE:#} ")?;
    let errors = count(verdict.count(Severity::Error), "error");
    let warnings = count(verdict.count(Severity::Warning), "warning");
    match (errors, warnings) {
        (None, None) => write!(out, "{GOOD}ok{GOOD:#}")?,
        (None, Some(warnings)) => write!(out, "{NOTE}{warnings}{NOTE:#}")?,
        (Some(errors), None) => write!(out, "{BAD}{errors}{BAD:#}")?,
        (Some(errors), Some(warnings)) => {
            write!(out, "{BAD}{errors}{BAD:#} and {NOTE}{warnings}{NOTE:#}")?;
        }
    }
    write!(out, ", {}", verdict.shape)?;
    if let Some(why) = verdict.why {
        write!(out, " ({why})")?;
    }
    let members = unknown.iter().filter(|it| kind(it) == "unknown member");
    let members = members.count();
    let counts = [
        count(members, "unknown member"),
        count(unknown.len() - members, "unknown value"),
    ];
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    if !counts.is_empty() {
        write!(out, " with {}", counts.join(" and "))?;
    }
    writeln!(out)
}

fn kind(unknown: &Unknown) -> &'static str {
    match unknown.kind {
        UnknownKind::Value => "unknown value ",
        _ => "unknown member",
    }
}

/// How many characters of a topic are shown at most.
const SHOWN: usize = 100;

/// Says why a text is no topic, and shows where.
pub(crate) fn no_topic(
    out: &mut impl Write,
    text: &str,
    error: &TopicError,
    tip: Option<&str>,
) -> io::Result<()> {
    writeln!(out, "{BAD}{}{BAD:#}", harmless(&error.to_string()))?;
    let level = error.level().unwrap_or(1).saturating_sub(1);
    // A level begins behind the ones before it, and a slash for each.
    let before = text.split('/').take(level);
    let caret: usize = before.map(|level| level.chars().count() + 1).sum();
    let caret = caret.min(text.chars().count());
    if caret < SHOWN && !text.is_empty() {
        let shown: String = harmless(text).chars().take(SHOWN).collect();
        writeln!(out, "  {shown}\n  {:caret$}{BAD}^{BAD:#}", "")?;
    }
    match tip {
        Some(tip) => writeln!(out, "{NOTE}tip:{NOTE:#} {tip}"),
        None => Ok(()),
    }
}

/// Says how all inputs went.
fn summary(out: &mut impl Write, tally: Tally) -> io::Result<()> {
    let total = count(tally.total(), "input").unwrap_or_else(|| "no inputs".to_owned());
    let Tally {
        decoded,
        warned,
        failed,
        unreadable,
    } = tally;
    write!(out, "{PLACE}{total}{PLACE:#}")?;
    let mut before = ":";
    for (style, count, what) in [
        (GOOD, decoded, "ok"),
        (NOTE, warned, "with warnings"),
        (BAD, failed, "with errors"),
        (BAD, unreadable, "unreadable"),
    ] {
        if count > 0 {
            write!(out, "{before} {style}{count} {what}{style:#}")?;
            before = ",";
        }
    }
    writeln!(out)
}

/// A number of things, if there are any.
fn count(number: usize, thing: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {thing}")),
        _ => Some(format!("{number} {thing}s")),
    }
}
