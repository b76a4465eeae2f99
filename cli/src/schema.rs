//! `iot-jobs schema`: the JSON Schema of a shape.

use std::io::{self, Write};

use clap::Args;
use iot_jobs::shape::Entry;

use crate::shape_name::ShapeName;

const AFTER_HELP: &str = r#"Examples:
  For documents of steps, as the managed templates have them, and for CreateJob's input:
    iot-jobs schema document.StepsDocument > steps.schema.json
    iot-jobs schema CreateJobRequest > create-job.schema.json
  So that VS Code checks job files while they are written, in .vscode/settings.json:
    {"json.schemas": [{"fileMatch": ["/jobs/*.json"], "url": "./steps.schema.json"}]}
  Name the schema there, or in your editor's own settings, and not as "$schema" in a job file:
  devices would get that member too.

What the output means:
  A JSON Schema of draft 2020-12: which members there are and what they are for, which are required,
  and the limits of their values. Other members are allowed, and so are values of enums that this
  version does not know. What ties members together, such as a retry that needs a timeout, is not in
  it, nor are limits in bytes or in decimals: `iot-jobs check` knows these.
  The same version always writes the same text.

Exit codes:
  0  it is written
  2  there is no such shape, or the output cannot be written"#;

/// Write the JSON Schema of a shape, by which editors check files
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Schema {
    /// The shape; `iot-jobs shapes` lists them
    #[arg(value_name = "SHAPE", value_parser = ShapeName)]
    shape: Entry,
}

impl Schema {
    /// Writes the schema, indented.
    pub(crate) fn run(&self) -> io::Result<()> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer_pretty(&mut out, &self.shape.schema())?;
        writeln!(out)?;
        out.flush()
    }
}
