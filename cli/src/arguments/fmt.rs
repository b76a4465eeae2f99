//! The arguments of `iot-jobs fmt`.

use clap::{Args, Error, error::ErrorKind};

use super::{inputs::InputArguments, payload_shape::PayloadShapeArguments};
use crate::{commands::fmt::FmtOptions, reading::ReadOptions};

const AFTER_HELP: &str = r#"Examples:
  Indented, and on one line:
    iot-jobs fmt --as DescribeJobResponse tests/fixtures/describe-job-response.json
    iot-jobs fmt --as DescribeJobResponse --compact tests/fixtures/describe-job-response.json
  A log with a payload on each line:
    printf '%s\n' '{"jobId": "a", "new": 1.50}' | iot-jobs fmt --as JobSummary --ndjson -
  The difference between two payloads, without differences in layout:
    diff <(iot-jobs fmt --as Job a.json) <(iot-jobs fmt --as Job b.json)

Output:
  The canonical text of each input; the same value always has the same text. Members are in the order
  of the model, followed by unknown members sorted by name. Keys of maps are sorted, times are epoch
  seconds, and members that are `null` are left out. Unknown members keep their values, including the
  exact digits of numbers.
  An input that does not decode is reported on standard error, as by `iot-jobs check`, and so are the
  warnings about members that its shape does not have.

Exit codes:
  0  every input decodes
  1  an input does not decode
  2  invalid usage, or a file that cannot be read (the other files are still formatted)"#;

/// Write the canonical text of payloads
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP, mut_group("shape", |shape| shape.required(true)))]
pub(super) struct FmtArguments {
    #[command(flatten)]
    shape: PayloadShapeArguments,

    #[command(flatten)]
    inputs: InputArguments,

    /// Write each text on one line; implied by --ndjson
    #[arg(long)]
    compact: bool,
}

impl TryFrom<FmtArguments> for FmtOptions {
    type Error = Error;

    fn try_from(arguments: FmtArguments) -> Result<Self, Error> {
        // The group of `--as` and `--topic` is required, so that only a template has no shape.
        let shape = arguments.shape.entry().ok_or_else(|| {
            let message = "`iot-jobs fmt` formats payloads, not templates\n";
            Error::raw(ErrorKind::InvalidValue, message)
        })?;
        let read = ReadOptions::try_from(arguments.inputs)?;
        Ok(Self {
            shape,
            compact: arguments.compact || read.ndjson,
            read,
        })
    }
}
