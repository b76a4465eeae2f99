//! What may stand on the command line; each command's own part stands in its file.

use clap::{Args, Parser, Subcommand, ValueEnum};
use iot_jobs::shape::Entry;

use crate::{
    check::Check, format::Format, input::Source, schema::Schema, shape_name::ShapeName,
    shapes::Shapes,
};

const AFTER_HELP: &str = "\
Examples:
  iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
  aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  iot-jobs shapes

Exit codes:
  0  all is well
  1  an input does not decode as its shape
  2  wrong usage, or a file that cannot be read or written

`iot-jobs help COMMAND` has more examples, and says what the output means.";

/// Checks and formats AWS IoT Jobs payloads.
#[derive(Debug, Parser)]
#[command(name = "iot-jobs", version, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Fmt(Format),
    Schema(Schema),
    Shapes(Shapes),
}

/// Payloads and the shape they are read as.
#[derive(Args, Debug)]
pub(crate) struct Inputs {
    /// The shape to read the input as; `iot-jobs shapes` lists them
    #[arg(long = "as", value_name = "SHAPE", value_parser = ShapeName)]
    pub(crate) shape: Entry,

    /// Take each line of a file as an input of its own
    #[arg(long)]
    pub(crate) ndjson: bool,

    /// The files to read; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) sources: Vec<Source>,
}

/// Who the output is for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Audience {
    /// A person: text, in colours on a terminal
    Human,
    /// A program: a JSON object a line
    Json,
}
