//! A topic as text for people.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use iot_jobs::{
    catalog,
    device::topic::{Topic, TopicError},
};

use super::{quoting::quoting_tip, row::TopicRow};
use crate::{
    commands::shape_doc::shape_doc,
    escape::{escape_control, is_workflow_command},
};

const PART: Style = Style::new().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const TIP: Style = AnsiColor::Yellow.on_default().bold();

/// The maximum number of characters of an invalid topic that are shown.
const MAX_SHOWN: usize = 100;

/// Writes what a topic is for, and its parts.
pub(super) fn write_topic(topic: &Topic<'_>) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    writeln!(out, "{}", topic.description())?;
    let row = TopicRow::new(topic);
    for (part, value) in [
        ("family", Some(row.family)),
        ("operation", Some(row.operation)),
        ("stage", row.stage),
        ("thing", row.thing),
        ("job", row.job),
        ("namespace", row.namespace),
    ] {
        if let Some(value) = value {
            writeln!(out, "  {PART}{part:9}{PART:#}  {value}")?;
        }
    }
    let doc = catalog::find_shape(row.shape)
        .map(shape_doc)
        .unwrap_or_default();
    writeln!(out, "  {PART}payload{PART:#}    {}: {doc}", row.shape)?;
    out.flush()
}

/// Writes why a topic is invalid, with a caret under the invalid level.
pub(super) fn write_invalid_topic(topic: &str, error: &TopicError) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    let message = escape_control(&error.to_string());
    writeln!(out, "{ERROR}{message}{ERROR:#}")?;
    let levels_before = error.level().unwrap_or(1).saturating_sub(1);
    // Each level before ends with a slash.
    let before = topic.split('/').take(levels_before);
    let column: usize = before.map(|level| level.chars().count() + 1).sum();
    let column = column.min(topic.chars().count());
    if column < MAX_SHOWN && !topic.is_empty() {
        let mut start: String = escape_control(topic).chars().take(MAX_SHOWN).collect();
        // A CI runner would execute it in spite of the spaces before it.
        if is_workflow_command(&start) {
            start = start.replacen(':', "\u{fffd}", 1);
        }
        writeln!(out, "  {start}\n  {:column$}{ERROR}^{ERROR:#}", "")?;
    }
    if let Some(tip) = quoting_tip(topic) {
        writeln!(out, "{TIP}tip:{TIP:#} {tip}")?;
    }
    Ok(())
}
