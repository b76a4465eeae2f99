//! What may stand on the command line; each command's own part stands in its file.

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{check::Check, format::Format, input::Source, request::Request, shapes::Shapes};

const AFTER_HELP: &str = "\
Examples:
  iot-jobs check job-document.json
  iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
  aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  iot-jobs request CreateJob create-job.json
  iot-jobs shapes

Exit codes:
  0  all is well
  1  an input has an error, such as that it does not decode as its shape
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
}

/// Files of payloads.
#[derive(Args, Debug)]
pub(crate) struct Inputs {
    /// Take each line of a file as an input of its own; needs --as
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
