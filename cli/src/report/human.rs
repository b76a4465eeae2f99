//! Reports for people: a short block an input.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use iot_jobs::{
    Error,
    device::topic::TopicError,
    shape::{Unknown, UnknownKind},
};

use super::{excerpt::excerpt, harmless::harmless};
use crate::{input::Input, tally::Tally};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = AnsiColor::Yellow.on_default();
const PLACE: Style = Style::new().bold();
const FRAME: Style = AnsiColor::Blue.on_default().bold();

/// Says that an input decoded, and what in it is unknown.
pub(crate) fn decoded(
    out: &mut impl Write,
    input: &Input<'_>,
    unknown: &[Unknown],
) -> io::Result<()> {
    let (place, shape) = (place(input), input.shape);
    write!(out, "{PLACE}{place}:{PLACE:#} {GOOD}ok{GOOD:#}, {shape}")?;
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
    writeln!(out)?;
    for it in unknown {
        let kind = match it.kind {
            UnknownKind::Member => "unknown member",
            UnknownKind::Value => "unknown value ",
            _ => "unknown       ",
        };
        writeln!(out, "  {NOTE}{kind}{NOTE:#}  {}", harmless(&it.path))?;
    }
    Ok(())
}

/// Says why an input did not decode, and shows where.
pub(crate) fn failed(out: &mut impl Write, input: &Input<'_>, error: &Error) -> io::Result<()> {
    let mut place = file(input);
    let position = error.line().zip(error.column());
    if let Some((line, column)) = position {
        place = format!("{place}:{line}:{column}");
    }
    let (path, message) = (harmless(error.path()), harmless(error.message()));
    writeln!(
        out,
        "{PLACE}{place}:{PLACE:#} {path}: {BAD}{message}{BAD:#}"
    )?;
    let Some((number, column)) = position else {
        return Ok(());
    };
    let line = input.line_of_text(number).unwrap_or_default();
    let Some(excerpt) = excerpt(line, column) else {
        return Ok(());
    };
    let gutter = number.to_string().len();
    let (text, caret) = (excerpt.text, excerpt.caret);
    writeln!(out, "  {FRAME}{number} |{FRAME:#} {text}")?;
    writeln!(
        out,
        "  {:gutter$} {FRAME}|{FRAME:#} {:caret$}{BAD}^{BAD:#}",
        "", ""
    )
}

/// Says why a text is no topic, and shows where.
pub(crate) fn no_topic(
    out: &mut impl Write,
    text: &str,
    error: &TopicError,
    tip: Option<&str>,
) -> io::Result<()> {
    writeln!(out, "{BAD}{}{BAD:#}", harmless(&error.to_string()))?;
    let before = text
        .split('/')
        .take(error.level().unwrap_or(1).saturating_sub(1));
    // A level begins behind the ones before it, and a slash for each.
    let column = before.map(|level| level.chars().count() + 1).sum::<usize>() + 1;
    if let Some(excerpt) = excerpt(text.as_bytes(), column) {
        let (text, caret) = (excerpt.text, excerpt.caret);
        writeln!(out, "  {text}\n  {:caret$}{BAD}^{BAD:#}", "")?;
    }
    match tip {
        Some(tip) => writeln!(out, "{NOTE}tip:{NOTE:#} {tip}"),
        None => Ok(()),
    }
}

/// Says how all inputs went.
pub(crate) fn summary(out: &mut impl Write, tally: Tally) -> io::Result<()> {
    let total = count(tally.total(), "input").unwrap_or_else(|| "no inputs".to_owned());
    let Tally {
        decoded,
        failed,
        unreadable,
    } = tally;
    write!(out, "{PLACE}{total}{PLACE:#}")?;
    let mut before = ":";
    for (style, count, what) in [
        (GOOD, decoded, "ok"),
        (BAD, failed, "failed"),
        (BAD, unreadable, "unreadable"),
    ] {
        if count > 0 {
            write!(out, "{before} {style}{count} {what}{style:#}")?;
            before = ",";
        }
    }
    writeln!(out)
}

fn place(input: &Input<'_>) -> String {
    match input.line {
        Some(line) => format!("{}:{line}", file(input)),
        None => file(input),
    }
}

fn file(input: &Input<'_>) -> String {
    match input.file {
        "-" => "<stdin>".to_owned(),
        file => harmless(file),
    }
}

/// A number of things, if there are any.
fn count(number: usize, thing: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {thing}")),
        _ => Some(format!("{number} {thing}s")),
    }
}
