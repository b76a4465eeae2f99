//! `iot-jobs shapes`: the shapes that are known.

use std::io::{self, Write};

use anstyle::Style;
use clap::Args;
use iot_jobs::shape::{self, Entry};

use crate::arguments::Audience;

mod row;

const AFTER_HELP: &str = r#"Examples:
  iot-jobs shapes
  iot-jobs shapes --format json | jq -r 'select(.name == "Job").members[].name'

What the output means:
  A name that --as takes, and what it is. With --format json each shape gives one line:
    {"name":"Tag","doc":…,"members":[{"name":"Key","required":true,"kind":"string"},…]}
  where `name` of a member is its name in JSON. `kind` is "string", "boolean", "integer" (32 bits),
  "long" (64 bits), "double", "timestamp", "blob" (base64), "document" (JSON text), or
    {"enum":"JobStatus","values":[…]}  one of these strings, of which more may come
    {"structure":"Job"}                another shape
    {"list":KIND}, {"map":KIND}        many of a kind; a map's keys are strings"#;

/// List the shapes that --as takes
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Shapes {
    /// How to list them
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Audience,
}

impl Shapes {
    /// Lists every shape.
    pub(crate) fn run(&self) -> io::Result<()> {
        match self.format {
            Audience::Human => for_people(),
            Audience::Json => for_programs(),
        }
    }
}

fn for_people() -> io::Result<()> {
    const NAME: Style = Style::new().bold();
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let widest = shape::all().map(|entry| entry.name().len()).max();
    let widest = widest.unwrap_or_default();
    for entry in shape::all() {
        let (name, doc) = (entry.name(), doc(entry));
        writeln!(out, "{NAME}{name:widest$}{NAME:#}  {doc}")?;
    }
    out.flush()
}

fn for_programs() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for entry in shape::all() {
        serde_json::to_writer(&mut out, &row::Row::of(entry))?;
        writeln!(out)?;
    }
    out.flush()
}

/// What a shape is, without the links of its documentation.
pub(crate) fn doc(entry: Entry) -> String {
    let mut doc = entry.structure().doc.replace("[`", "").replace("`]", "");
    doc.retain(|c| c != '`');
    doc
}
