//! The arguments of `iot-jobs convert`.

mod help;

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{Args, Error, error::ErrorKind};
use iot_jobs::catalog::ShapeEntry;

use super::{partition::partition, shape_name::ShapeNameParser, size::size};
use crate::{
    commands::convert::{ConvertFormat, ConvertOptions, MAX_THREADS},
    reading::{DEFAULT_MAX_SIZE, Exclude, Source},
};

/// Convert exports to Parquet, Arrow or CSV, for engines such as Spark and Athena
#[derive(Args, Debug)]
#[command(after_long_help = help::AFTER_HELP)]
pub(super) struct ConvertArguments {
    /// The shape of each value, in any case; `iot-jobs shapes` lists all shapes
    #[arg(long = "as", value_name = "SHAPE", value_parser = ShapeNameParser)]
    shape: ShapeEntry,

    /// The files to read, also with gzip or zstd; `-` is standard input, a directory is all files below it whose names
    /// have no extension or end in .json, .jsonl or .ndjson, or in these with .gz or .zst
    #[arg(value_name = "FILE", required = true)]
    sources: Vec<Source>,

    /// The file to write; `-` is standard output. With --partition, the directory to write
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,

    /// The format of the output, if the extension of its name (.parquet, .arrow or .csv) does not say it
    #[arg(long, value_name = "FORMAT")]
    format: Option<ConvertFormat>,

    /// Write a directory for each value of COLUMN, a column of strings, or with `day(COLUMN)` for each day of a column
    /// of times; for a table in Athena, give the same to `iot-jobs schema`
    #[arg(long, value_name = "COLUMN")]
    partition: Option<String>,

    /// The file for the values that do not decode; by default the name of the output with `.errors.ndjson`. An
    /// engine that reads the folder of the output reads that file too: for such an engine, give one in another folder
    #[arg(long, value_name = "FILE", conflicts_with = "strict")]
    errors: Option<PathBuf>,

    /// End at the first value that does not decode, and write no file; standard output and devices have the rows before
    #[arg(long)]
    strict: bool,

    /// Replace an output that exists, also a directory of partitions with all its files, and remove the file of errors
    /// of an earlier run
    #[arg(long)]
    force: bool,

    /// Read each line as a value, whatever the first line looks like
    #[arg(long)]
    ndjson: bool,

    /// Skip files and directories of a directory; may be repeated
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<Exclude>,

    /// The number of threads that decode and encode; at most 256, by default as many as there are processors
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<NonZeroUsize>,

    /// Values of more than SIZE bytes are errors; K, M and G are units of 1024, 1024² and 1024³ bytes. By default 16M
    #[arg(long, value_name = "SIZE", value_parser = size, default_value_t = DEFAULT_MAX_SIZE, hide_default_value = true)]
    max_size: u64,
}

impl TryFrom<ConvertArguments> for ConvertOptions {
    type Error = Error;

    fn try_from(arguments: ConvertArguments) -> Result<Self, Error> {
        if cfg!(not(feature = "convert")) {
            let message = "convert: this build converts nothing: build it with `--features convert`, or use the command \
                           of a release";
            return Err(invalid(message));
        }
        let partition = arguments.partition.as_deref();
        let partition = partition
            .map(|text| self::partition(arguments.shape, text))
            .transpose()?;
        let is_stdout = arguments.output.as_os_str() == "-";
        let stdin = arguments.sources.iter().filter(|it| **it == Source::Stdin);
        if stdin.count() > 1 {
            return Err(invalid(
                "standard input, `-`, is given more than once and can be read only once",
            ));
        }
        if arguments.partition.is_some() && arguments.output.file_name().is_none() {
            let message = format!(
                "--output {}: expected the name of a directory, which --partition creates",
                arguments.output.display()
            );
            return Err(invalid(&message));
        }
        let named = ConvertFormat::of_name(&arguments.output);
        if let (Some(format), Some(named)) = (arguments.format, named)
            && format != named
        {
            let message = format!(
                "--format {}: the name {} is that of a file of format {}",
                format.name(),
                arguments.output.display(),
                named.name()
            );
            return Err(invalid(&message));
        }
        let format = match (arguments.format.or(named), &arguments.partition) {
            (Some(ConvertFormat::Parquet) | None, Some(_)) => ConvertFormat::Parquet,
            (Some(_), Some(_)) => return Err(invalid("--partition writes Parquet only")),
            (Some(format), None) => format,
            (None, None) => {
                let message = format!(
                    "--output {}: the name has none of the extensions .parquet, .arrow and .csv: give --format",
                    arguments.output.display()
                );
                return Err(invalid(&message));
            }
        };
        if is_stdout && arguments.partition.is_some() {
            return Err(invalid(
                "--partition writes a directory, not standard output",
            ));
        }
        let is_device = std::fs::metadata(&arguments.output)
            .is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
        if (is_stdout || is_device) && arguments.errors.is_none() && !arguments.strict {
            let message = format!(
                "--output {}: give --errors FILE for the values that do not decode, or --strict",
                arguments.output.display()
            );
            return Err(invalid(&message));
        }
        if arguments
            .errors
            .as_ref()
            .is_some_and(|it| it.as_os_str() == "-")
        {
            return Err(invalid("--errors -: expected the name of a file"));
        }
        let default_errors = || {
            let mut name = arguments.output.clone().into_os_string();
            // The name of a directory may end in `/`.
            while arguments.partition.is_some() && name.to_string_lossy().ends_with('/') {
                name = name.to_string_lossy().trim_end_matches('/').into();
            }
            name.push(".errors.ndjson");
            PathBuf::from(name)
        };
        let errors = (!arguments.strict).then(|| arguments.errors.unwrap_or_else(default_errors));
        Ok(Self {
            sources: arguments.sources,
            exclude: arguments.exclude,
            ndjson: arguments.ndjson,
            max_size: arguments.max_size,
            output: arguments.output,
            format,
            partition,
            shape: arguments.shape,
            errors,
            strict: arguments.strict,
            force: arguments.force,
            threads: arguments.threads,
        })
    }
}

/// The number of threads.
fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number: Option<NonZeroUsize> = text.parse().ok();
    let number = number.filter(|number| number.get() <= MAX_THREADS);
    number.ok_or_else(|| format!("expected 1 to {MAX_THREADS}"))
}

fn invalid(message: &str) -> Error {
    let message = format!("{message}\n\nFor more information, try '--help'.\n");
    Error::raw(ErrorKind::ValueValidation, message)
}
