//! `iot-jobs request`: the HTTP request of an operation's input.

use std::{
    io::{self, Write},
    str,
};

use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use iot_jobs::{codec, operation::Entry};

use crate::{
    input::{Input, Source},
    report::{self, human},
    tally::Tally,
};
use operation_name::OperationName;

mod curl;
mod operation_name;
mod row;

const AFTER_HELP: &str = r#"Examples:
  An input as the AWS CLI takes it, and the request it makes:
    aws iot create-job --generate-cli-skeleton > create-job.json
    iot-jobs request CreateJob create-job.json
  The data plane, where operations are named behind `device.`:
    echo '{"thingName": "t", "jobId": "$next"}' | iot-jobs request device.DescribeJobExecution -
  A line for the shell, which takes region and credentials from the environment:
    echo '{"jobId": "j", "force": true}' | iot-jobs request CancelJob --format curl -
  The path alone, by jq:
    iot-jobs request CreateJob --format json create-job.json | jq -r .path

What the output means:
  human  Method, path and query as they are sent; with a body its type, an empty line and the body.
  json   On one line, {"method":…,"path":…,"query":{…},"body":…}: the path escaped as it is sent,
         the query's values as they are before escaping, the body as JSON, or null without one.
  curl   A line for a POSIX shell. The hosts are those of AWS's commercial regions; devices have one of
         their own, which `aws iot describe-endpoint --endpoint-type iot:Jobs` tells.
  An input that makes no request gives an error on standard error, as `iot-jobs check` would report it.

Exit codes:
  0  the input makes a request
  1  it does not: it does not decode, or a part of the path is missing
  2  wrong usage, or a file that cannot be read"#;

/// Show the HTTP request that an operation's input makes
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Request {
    /// The operation; the data plane's are named behind `device.`
    #[arg(value_name = "OPERATION", value_parser = OperationName)]
    operation: Entry,

    /// The file with the input's members as a JSON object; `-` is standard input
    #[arg(value_name = "FILE")]
    source: Source,

    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How a request is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Text for a person
    Human,
    /// A JSON object on one line
    Json,
    /// A command line for a shell
    Curl,
}

impl Request {
    /// Writes the request of the input.
    pub(crate) fn run(&self, tally: &mut Tally) -> io::Result<()> {
        let file = self.source.to_string();
        let text = match self.source.read() {
            Ok(text) => text,
            Err(error) => {
                tally.unreadable += 1;
                report::cannot_read(&file, &error.to_string());
                return Ok(());
            }
        };
        match self.operation.request(&text) {
            Ok(request) => {
                tally.decoded += 1;
                self.write(&request)
            }
            Err(error) => {
                tally.failed += 1;
                let input = Input {
                    file: &file,
                    line: None,
                    shape: self.operation.facts().input.name,
                    text: &text,
                };
                // Nobody is left to tell when standard error is closed.
                drop(human::failed(
                    &mut anstream::stderr().lock(),
                    &input,
                    &error,
                ));
                Ok(())
            }
        }
    }

    fn write(&self, request: &http::Request<Vec<u8>>) -> io::Result<()> {
        let body = str::from_utf8(request.body()).map_err(io::Error::other)?;
        match self.format {
            Format::Human => for_people(request, body),
            Format::Json => row::write(&mut io::stdout().lock(), request, body),
            Format::Curl => {
                let line = curl::line(&self.operation, request, body);
                writeln!(io::stdout().lock(), "{line}")
            }
        }
    }
}

fn for_people(request: &http::Request<Vec<u8>>, body: &str) -> io::Result<()> {
    const METHOD: Style = AnsiColor::Green.on_default().bold();
    const NAME: Style = AnsiColor::Blue.on_default();
    let mut out = anstream::stdout().lock();
    let (method, target) = (request.method(), request.uri());
    writeln!(out, "{METHOD}{method}{METHOD:#} {target}")?;
    for (name, value) in request.headers() {
        let value = String::from_utf8_lossy(value.as_bytes());
        writeln!(out, "{NAME}{name}:{NAME:#} {value}")?;
    }
    if body.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", codec::indent(body))
}
