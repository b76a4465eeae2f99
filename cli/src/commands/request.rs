//! `iot-jobs request`: the HTTP request of an operation's input.

use std::{
    io::{self, Write},
    str,
};

use anstyle::{AnsiColor, Style};
use iot_jobs::{catalog::OperationEntry, codec};

use crate::{
    checking::{decode_error, unknown_members},
    counts::{InputCounts, Outcome},
    input::Input,
    reading::{Source, read_one},
    report::write_findings,
};

mod curl;
mod row;

/// The options of `iot-jobs request`.
pub struct RequestOptions {
    /// The operation.
    pub operation: OperationEntry,
    /// The file with the input.
    pub source: Source,
    /// The format of the request.
    pub format: RequestFormat,
    /// The maximum number of bytes of the input.
    pub max_size: u64,
}

/// The format of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestFormat {
    /// Text.
    Human,
    /// A JSON object on one line.
    Json,
    /// A command line with curl.
    Curl,
}

/// Writes the request of the input.
pub fn run(options: &RequestOptions, counts: &mut InputCounts) -> io::Result<()> {
    let file = options.source.to_string();
    let Some(text) = read_one(&options.source, options.max_size, counts) else {
        return Ok(());
    };
    let input = Input {
        file: &file,
        line: None,
        text: &text,
    };
    let request = options.operation.request(&text);
    let error = request.as_ref().err();
    let error = error.map(|error| decode_error::finding(error, &input));
    let unknown = unknown_members(&input, options.operation.facts().input);
    write_findings(&input, error.iter().chain(&unknown));
    let Ok(request) = request else {
        counts.add(Outcome::Errors);
        return Ok(());
    };
    counts.add(Outcome::Ok);
    write_request(options, &request)
}

fn write_request(options: &RequestOptions, request: &http::Request<Vec<u8>>) -> io::Result<()> {
    let body = str::from_utf8(request.body()).map_err(io::Error::other)?;
    match options.format {
        RequestFormat::Human => write_text(request, body),
        RequestFormat::Json => row::write_row(&mut io::stdout().lock(), request, body),
        RequestFormat::Curl => {
            let line = curl::command_line(options.operation, request, body);
            writeln!(io::stdout().lock(), "{line}")
        }
    }
}

fn write_text(request: &http::Request<Vec<u8>>, body: &str) -> io::Result<()> {
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
