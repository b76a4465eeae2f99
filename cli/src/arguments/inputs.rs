//! The files to read.

use clap::{Args, Error, error::ErrorKind};

use super::size::MaxSizeArgument;
use crate::reading::{Exclude, Extensions, ReadOptions, Source};

#[derive(Args, Debug)]
pub(super) struct InputArguments {
    /// Read each line of a file as a separate input; requires --as or --topic
    #[arg(long, requires = "shape")]
    ndjson: bool,

    /// The files to read; `-` is standard input, a directory is all files below it whose names end in .json, in any case; for `check`, also .yaml, .yml and .template, and of the output of `cdk synth` only the templates
    #[arg(value_name = "FILE", required = true)]
    sources: Vec<Source>,

    /// Skip files and directories of a directory; a pattern with `/` is compared with the path from the directory,
    /// any other with the name; `*` is any part of a name, `**` any directories; may be repeated
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<Exclude>,

    #[command(flatten)]
    size: MaxSizeArgument,
}

impl TryFrom<InputArguments> for ReadOptions {
    type Error = Error;

    fn try_from(arguments: InputArguments) -> Result<Self, Error> {
        let stdin = arguments.sources.iter();
        let stdin = stdin.filter(|source| **source == Source::Stdin);
        if stdin.count() > 1 {
            let message = "standard input, `-`, is given more than once and can be read only once\n\n\
                           For more information, try '--help'.\n";
            return Err(Error::raw(ErrorKind::ArgumentConflict, message));
        }
        Ok(Self {
            sources: arguments.sources,
            exclude: arguments.exclude,
            extensions: Extensions::Json,
            ndjson: arguments.ndjson,
            max_size: arguments.size.max_size,
        })
    }
}
