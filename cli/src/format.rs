//! `iot-jobs fmt`: the canonical text of payloads.

use std::io::{self, Write};

use clap::Args;
use iot_jobs::codec;

use crate::{arguments::Inputs, report::human, tally::Tally};

const AFTER_HELP: &str = r#"Examples:
  Indented, and on one line:
    iot-jobs fmt --as DescribeJobResponse tests/fixtures/describe-job-response.json
    iot-jobs fmt --as DescribeJobResponse --compact tests/fixtures/describe-job-response.json
  A log with a payload on each line:
    printf '%s\n' '{"jobId": "a", "new": 1.50}' | iot-jobs fmt --as JobSummary --ndjson -
  What really differs between two payloads:
    diff <(iot-jobs fmt --as Job a.json) <(iot-jobs fmt --as Job b.json)

What the output means:
  The same value always gives the same text: members in the order of the model, unknown ones behind
  them by name, keys of maps sorted, times as epoch seconds, members that are `null` left out.
  Unknown members, the numbers in them among all else, come back as they came.
  Each input gives one text. What does not decode gives none, but an error on standard error, as
  `iot-jobs check` would report it.

Exit codes:
  0  every input decodes
  1  an input does not
  2  wrong usage, or a file that cannot be read (the others are still written)"#;

/// Write the canonical text of payloads
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Format {
    #[command(flatten)]
    inputs: Inputs,

    /// Write each text on one line, as --ndjson always does
    #[arg(long)]
    compact: bool,
}

impl Format {
    /// Writes the text of every input that decodes.
    pub(crate) fn run(&self, tally: &mut Tally) -> io::Result<()> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        let compact = self.compact || self.inputs.ndjson;
        self.inputs.each(tally, &mut |input, result| {
            match result {
                Ok(decoded) if compact => writeln!(out, "{}", decoded.canonical)?,
                Ok(decoded) => writeln!(out, "{}", codec::indent(&decoded.canonical))?,
                // Nobody is left to tell when standard error is closed.
                Err(error) => drop(human::failed(&mut anstream::stderr().lock(), input, &error)),
            }
            out.flush()
        })
    }
}
