//! Reports for programs: a JSON object an input, on one line.

use std::io::{self, Write};

use iot_jobs::{Error, shape::UnknownKind};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::input::{Decoded, Input};

#[derive(Serialize)]
struct DecodedRow<'a> {
    input: &'a str,
    shape: &'a str,
    decoded: bool,
    value: &'a RawValue,
    unknown: Vec<UnknownRow<'a>>,
    violations: [(); 0],
}

#[derive(Serialize)]
struct UnknownRow<'a> {
    path: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct FailedRow<'a> {
    input: &'a str,
    shape: &'a str,
    decoded: bool,
    error: ErrorRow<'a>,
}

#[derive(Serialize)]
struct ErrorRow<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
}

/// Reports an input that decoded.
pub(crate) fn decoded(
    out: &mut impl Write,
    input: &Input<'_>,
    decoded: &Decoded,
) -> io::Result<()> {
    let unknown = decoded.value.unknown();
    write_row(
        out,
        &DecodedRow {
            input: &name(input),
            shape: input.shape,
            decoded: true,
            value: serde_json::from_str(&decoded.canonical)?,
            unknown: unknown
                .iter()
                .map(|it| UnknownRow {
                    path: &it.path,
                    kind: match it.kind {
                        UnknownKind::Value => "value",
                        _ => "member",
                    },
                })
                .collect(),
            violations: [],
        },
    )
}

/// Reports an input that did not decode.
pub(crate) fn failed(out: &mut impl Write, input: &Input<'_>, error: &Error) -> io::Result<()> {
    write_row(
        out,
        &FailedRow {
            input: &name(input),
            shape: input.shape,
            decoded: false,
            error: ErrorRow {
                path: error.path(),
                line: error.line(),
                column: error.column(),
                message: error.message(),
            },
        },
    )
}

fn write_row(out: &mut impl Write, row: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    writeln!(out)
}

/// The input as `FILE` or `FILE:LINE`.
fn name(input: &Input<'_>) -> String {
    match input.line {
        Some(line) => format!("{}:{line}", input.file),
        None => input.file.to_owned(),
    }
}
