//! What may stand on the command line; each command's own part stands in its file.

use clap::{Args, Parser, Subcommand, ValueEnum};

use iot_jobs::shape::Entry;

use crate::{
    check::Check,
    format::Format,
    input::Source,
    request::Request,
    schema::Schema,
    shape_name::ShapeName,
    shapes::Shapes,
    topic::{self, Topic},
};

const AFTER_HELP: &str = "\
Examples:
  iot-jobs check job-document.json
  iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
  aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  iot-jobs request CreateJob create-job.json
  iot-jobs shapes

Exit codes:
  0  all is well
  1  an input has an error, such as that it does not decode as its shape, or a topic is none
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
    Schema(Schema),
    Shapes(Shapes),
    Topic(Topic),
}

/// The shape of payloads, said in one way or the other.
#[derive(Args, Debug)]
#[group(id = "shape", multiple = false)]
pub(crate) struct Shape {
    /// The shape to read the input as; `iot-jobs shapes` lists them
    #[arg(long = "as", value_name = "SHAPE", value_parser = ShapeName)]
    name: Option<Entry>,

    /// The MQTT topic that the input came from; `iot-jobs topic` says what its shape is
    #[arg(long, value_name = "TOPIC", value_parser = topic::shape)]
    topic: Option<Entry>,
}

impl Shape {
    /// The shape of every payload, if either way says it.
    pub(crate) fn entry(&self) -> Option<Entry> {
        self.name.or(self.topic)
    }
}

/// Files of payloads.
#[derive(Args, Debug)]
pub(crate) struct Inputs {
    /// Take each line of a file as an input of its own; needs --as or --topic
    #[arg(long, requires = "shape")]
    pub(crate) ndjson: bool,

    /// The files to read; `-` is standard input, a directory all *.json files below it
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
