//! The arguments of `iot-jobs shapes`.

use clap::Args;

use crate::commands::{OutputFormat, shapes::ShapesOptions};

const AFTER_HELP: &str = r#"Examples:
  iot-jobs shapes
  iot-jobs shapes --format json | jq -r 'select(.name == "Job").members[].name'

Output:
  For each shape its name, as --as takes it, and a description. With --format json, one line each:
    {"name":"Tag","doc":…,"members":[{"name":"Key","required":true,"kind":"string"},…]}
  The `name` of a member is its name in JSON. `kind` is "string", "boolean", "integer" (32 bits),
  "long" (64 bits), "double", "timestamp", "blob" (base64), "document" (JSON text), or
    {"enum":"JobStatus","values":[…]}  a string, one of these values or a later one
    {"structure":"Job"}                another shape
    {"list":KIND}, {"map":KIND}        values of one kind; the keys of a map are strings"#;

/// List the shapes that --as takes
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct ShapesArguments {
    /// The format of the list
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: OutputFormat,
}

impl From<ShapesArguments> for ShapesOptions {
    fn from(arguments: ShapesArguments) -> Self {
        Self {
            format: arguments.format,
        }
    }
}
