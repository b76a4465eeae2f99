//! The files to read.

use clap::Args;

use crate::reading::{ReadOptions, Source};

#[derive(Args, Debug)]
pub(super) struct InputArguments {
    /// Read each line of a file as a separate input; requires --as or --topic
    #[arg(long, requires = "shape")]
    ndjson: bool,

    /// The files to read; `-` is standard input, a directory is all *.json files below it
    #[arg(value_name = "FILE", required = true)]
    sources: Vec<Source>,
}

impl From<InputArguments> for ReadOptions {
    fn from(arguments: InputArguments) -> Self {
        Self {
            sources: arguments.sources,
            ndjson: arguments.ndjson,
        }
    }
}
