//! What may stand on the command line; each command's own part stands in its file.

use clap::{Args, Parser, Subcommand, ValueEnum};
use iot_jobs::shape::Entry;

use crate::{
    check::Check,
    format::Format,
    input::Source,
    request::Request,
    shape_name::ShapeName,
    shapes::Shapes,
    topic::{self, Topic},
};

const AFTER_HELP: &str = "\
Examples:
  iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
  aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  iot-jobs request CreateJob create-job.json
  iot-jobs shapes

Exit codes:
  0  all is well
  1  an input does not decode as its shape, or a topic is none
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
    Request(Request),
    Shapes(Shapes),
    Topic(Topic),
}

/// Payloads and the shape they are read as.
#[derive(Args, Debug)]
pub(crate) struct Inputs {
    #[command(flatten)]
    shape: Shape,

    /// Take each line of a file as an input of its own
    #[arg(long)]
    pub(crate) ndjson: bool,

    /// The files to read; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) sources: Vec<Source>,
}

impl Inputs {
    /// The shape of every payload.
    pub(crate) fn shape(&self) -> Option<Entry> {
        self.shape.name.or(self.shape.topic)
    }
}

/// The shape of payloads, said in one way or the other.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct Shape {
    /// The shape to read the input as; `iot-jobs shapes` lists them
    #[arg(long = "as", value_name = "SHAPE", value_parser = ShapeName)]
    name: Option<Entry>,

    /// The MQTT topic that the input came from; `iot-jobs topic` says what its shape is
    #[arg(long, value_name = "TOPIC", value_parser = topic::shape)]
    topic: Option<Entry>,
}

/// Who the output is for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Audience {
    /// A person: text, in colours on a terminal
    Human,
    /// A program: a JSON object a line
    Json,
}
