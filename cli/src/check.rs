//! `iot-jobs check`: whether payloads decode, and what in them is unknown.

use std::io::{self, Write};

use clap::Args;

use crate::{
    arguments::{Audience, Inputs},
    report::{human, json},
    tally::Tally,
};

const AFTER_HELP: &str = r#"Examples:
  A response that was saved, and one straight from the AWS CLI:
    iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
    aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  A log with a payload on each line, of which the second is wrong:
    printf '%s\n' '{"jobId":"a"}' '{"jobId":7}' | iot-jobs check --as JobSummary --ndjson -
  A payload that was published to an MQTT topic, which decides on its shape:
    iot-jobs check --topic '$aws/things/lamp/jobs/notify-next' payload.json
  The paths that this version does not know, by jq:
    iot-jobs check --as Job --format json job.json | jq -r '.unknown[].path'

What the output means:
  job.json: ok, Job with 1 unknown value
      The payload decodes. Members and enum values that this version does not know are kept and
      are no failure; each follows with its path:
    unknown value   status
  job.json:3:12: jobId: expected a string, found number 7
      The payload does not decode: file, line, column, path of the value (`$` is the whole payload),
      and what is wrong. The line follows, cut to 80 characters, with queries of URLs as `*`.

With --format json each input gives one line, either of
  {"input":"FILE","shape":"Job","decoded":true,"value":…,"unknown":[{"path":…,"kind":"member"}],"violations":[]}
  {"input":"FILE","shape":"Job","decoded":false,"error":{"path":…,"line":…,"column":…,"message":…}}
  where `value` is the canonical text, `kind` is "member" or "value", and with --ndjson `input` is
  "FILE:LINE". Files that cannot be read are reported on standard error only.

Exit codes:
  0  every input decodes
  1  an input does not
  2  wrong usage, or a file that cannot be read (the others are still checked)"#;

/// Say whether payloads decode as a shape, and what in them is unknown
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Check {
    #[command(flatten)]
    inputs: Inputs,

    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Audience,
}

impl Check {
    /// Reports on every input.
    pub(crate) fn run(&self, tally: &mut Tally) -> io::Result<()> {
        match self.format {
            Audience::Human => self.for_people(tally),
            Audience::Json => self.for_programs(tally),
        }
    }

    fn for_people(&self, tally: &mut Tally) -> io::Result<()> {
        let mut out = io::BufWriter::new(anstream::stdout().lock());
        self.inputs.each(tally, &mut |input, result| {
            match result {
                Ok(decoded) => human::decoded(&mut out, input, &decoded.value.unknown())?,
                Err(error) => human::failed(&mut out, input, &error)?,
            }
            out.flush()
        })?;
        if tally.total() != 1 {
            human::summary(&mut out, *tally)?;
        }
        out.flush()
    }

    fn for_programs(&self, tally: &mut Tally) -> io::Result<()> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        self.inputs.each(tally, &mut |input, result| {
            match result {
                Ok(decoded) => json::decoded(&mut out, input, &decoded)?,
                Err(error) => json::failed(&mut out, input, &error)?,
            }
            out.flush()
        })
    }
}
