//! Reports as JSON: an object on one line for each input.

use std::io::{self, Write};

use iot_jobs::shape::UnknownKind;
use serde::Serialize;
use serde_json::value::RawValue;

use super::Reporter;
use crate::{
    check_result::{CheckResult, Decoded},
    counts::InputCounts,
};

#[derive(Serialize)]
struct DecodedRow<'a> {
    input: &'a str,
    shape: &'a str,
    decoded: bool,
    value: &'a RawValue,
    unknown: Vec<UnknownRow>,
    violations: Vec<ViolationRow<'a>>,
}

#[derive(Serialize)]
struct UnknownRow {
    path: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct UndecodedRow<'a> {
    input: &'a str,
    shape: &'a str,
    decoded: bool,
    error: ErrorRow<'a>,
    // If they do not decode, payloads are only checked for what does not need their value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<ViolationRow<'a>>,
}

#[derive(Serialize)]
struct ErrorRow<'a> {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
}

#[derive(Serialize)]
struct ViolationRow<'a> {
    path: String,
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

/// Writes a JSON object for each input.
pub struct JsonReporter<W> {
    out: W,
}

impl<W: Write> JsonReporter<W> {
    /// Reports to this writer.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    fn write_row(&mut self, row: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, row)?;
        writeln!(self.out)?;
        self.out.flush()
    }
}

impl<W: Write> Reporter for JsonReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        let (input, shape) = (&result.input.name(), &result.shape);
        let violations = violation_rows(result);
        match &result.decoded {
            Ok(decoded) => self.write_row(&DecodedRow {
                input,
                shape,
                decoded: true,
                value: serde_json::from_str(&decoded.canonical)?,
                unknown: unknown_rows(decoded),
                violations,
            }),
            Err(error) => self.write_row(&UndecodedRow {
                input,
                shape,
                decoded: false,
                error: ErrorRow {
                    path: error.path.to_string(),
                    line: error.span.map(|span| span.line),
                    column: error.span.map(|span| span.column),
                    message: &error.message,
                },
                violations,
            }),
        }
    }

    fn finish(&mut self, _: InputCounts) -> io::Result<()> {
        Ok(())
    }
}

fn unknown_rows(decoded: &Decoded) -> Vec<UnknownRow> {
    let rows = decoded.unknown.iter().map(|it| UnknownRow {
        path: it.path.to_string(),
        kind: match it.kind {
            UnknownKind::Value => "value",
            _ => "member",
        },
    });
    rows.collect()
}

fn violation_rows<'r>(result: &'r CheckResult<'_>) -> Vec<ViolationRow<'r>> {
    let rows = result.violations.iter().map(|violation| ViolationRow {
        path: violation.path.to_string(),
        rule: violation.rule,
        severity: violation.severity.as_str(),
        message: &violation.message,
        suggestion: violation.suggestion.as_deref(),
        line: violation.span.map(|span| span.line),
        column: violation.span.map(|span| span.column),
    });
    rows.collect()
}
