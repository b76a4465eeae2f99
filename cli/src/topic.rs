//! `iot-jobs topic`: what an MQTT topic is for.

use std::io::{self, Write};

use anstyle::Style;
use clap::Args;
use iot_jobs::{
    device::topic,
    shape::{self, Entry},
};

use crate::{arguments::Audience, report::human, shapes::doc, tally::Tally};

mod parts;
mod words;

use parts::{ErrorParts, Parts, Refused};

const AFTER_HELP: &str = r#"Examples:
  In single quotes, or the shell takes `$aws` for a variable of its own:
    iot-jobs topic '$aws/things/lamp/jobs/firmware-7/update/rejected'
  The shape of its payloads:
    iot-jobs topic --format json '$aws/things/lamp/jobs/notify' | jq -r .shape
  A payload that was published there:
    iot-jobs check --topic '$aws/things/lamp/jobs/notify' payload.json

What the output means:
  What happens on the topic, and its parts. `payload` is the shape of what is published there, as
  --as takes it. A text that is no topic of AWS IoT Jobs gives the reason and a caret under the
  level that is wrong.

With --format json one line, of
  {"family":…,"operation":…,"stage":…,"thing":…,"job":…,"namespace":…,"shape":…}
    family     "call", "notification", "job-event" or "job-execution-event"
    operation  of a call its name in the API; of a notification its shape; of an event what happened
    stage      of a call "request", "accepted" or "rejected"
    job        "$next" where the topic has that
  with null for what the topic does not have, or else of
  {"error":{"foreign":…,"level":…,"message":…}}
  where `level` counts from 1, and `foreign` is whether the topic is another service's.

Exit codes:
  0  it is a topic of AWS IoT Jobs
  1  it is not
  2  wrong usage"#;

/// Explain an MQTT topic
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Topic {
    /// The topic, in single quotes
    #[arg(value_name = "TOPIC")]
    text: String,

    /// How to explain it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Audience,
}

impl Topic {
    /// Explains the topic, or why it is none.
    pub(crate) fn run(&self, tally: &mut Tally) -> io::Result<()> {
        let topic = topic::Topic::parse(&self.text);
        match topic {
            Ok(_) => tally.decoded += 1,
            Err(_) => tally.failed += 1,
        }
        match (self.format, topic) {
            (Audience::Human, Ok(topic)) => for_people(&topic),
            (Audience::Human, Err(error)) => human::no_topic(
                &mut anstream::stdout().lock(),
                &self.text,
                &error,
                tip(&self.text),
            ),
            (Audience::Json, Ok(topic)) => for_programs(&Parts::of(&topic)),
            (Audience::Json, Err(error)) => for_programs(&Refused {
                error: ErrorParts::of(&error),
            }),
        }
    }
}

/// The shape of a topic's payloads.
pub(crate) fn shape(text: &str) -> Result<Entry, String> {
    let topic = topic::Topic::parse(text).map_err(|error| match tip(text) {
        Some(tip) => format!("{error}\n\n  tip: {tip}"),
        None => error.to_string(),
    })?;
    let name = topic.shape_name();
    shape::find(name).ok_or_else(|| format!("its shape, {name}, is none that is known"))
}

/// What may have gone wrong before the command saw the text.
fn tip(text: &str) -> Option<&'static str> {
    text.starts_with('/')
        .then_some("a shell replaces `$aws` by nothing, unless the topic stands in single quotes")
}

fn for_people(topic: &topic::Topic<'_>) -> io::Result<()> {
    const PART: Style = Style::new().bold();
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    writeln!(out, "{}", words::sentence(topic))?;
    let parts = Parts::of(topic);
    for (part, value) in [
        ("family", Some(parts.family)),
        ("operation", parts.operation),
        ("stage", parts.stage),
        ("thing", parts.thing),
        ("job", parts.job),
        ("namespace", parts.namespace),
    ] {
        if let Some(value) = value {
            writeln!(out, "  {PART}{part:9}{PART:#}  {value}")?;
        }
    }
    let doc = shape::find(parts.shape).map(doc).unwrap_or_default();
    writeln!(out, "  {PART}payload{PART:#}    {}: {doc}", parts.shape)?;
    out.flush()
}

fn for_programs(row: &impl serde::Serialize) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, row)?;
    writeln!(out)
}
