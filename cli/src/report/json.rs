//! Reports as JSON: an object on one line for each input.

use std::io::{self, Write};

use iot_jobs::shape::UnknownKind;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Reporter, json_text::for_terminals};
use crate::{
    check_result::{CheckResult, Decoded, Finding},
    counts::InputCounts,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DecodedRow<'a> {
    input: &'a str,
    shape: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    looks_like: Option<&'a str>,
    decoded: bool,
    value: &'a RawValue,
    unknown: Vec<UnknownRow>,
    #[serde(skip_serializing_if = "is_zero")]
    omitted_unknown: usize,
    violations: Vec<ViolationRow<'a>>,
    #[serde(skip_serializing_if = "is_zero")]
    omitted_violations: usize,
}

#[derive(Serialize)]
struct UnknownRow {
    path: String,
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UndecodedRow<'a> {
    input: &'a str,
    shape: &'a str,
    decoded: bool,
    error: ErrorRow<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<ViolationRow<'a>>,
    #[serde(skip_serializing_if = "is_zero")]
    omitted_violations: usize,
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
    max_findings: usize,
}

impl<W: Write> JsonReporter<W> {
    /// Reports at most so many findings of each input to this writer.
    pub fn new(out: W, max_findings: usize) -> Self {
        Self { out, max_findings }
    }

    fn write_row(&mut self, row: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string(row)?;
        writeln!(self.out, "{}", for_terminals(&text))?;
        self.out.flush()
    }
}

impl<W: Write> Reporter for JsonReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        let (input, shape) = (&result.input.name(), &result.shape);
        let (violations, omitted_violations) = violation_rows(result, self.max_findings);
        match &result.decoded {
            Ok(decoded) => self.write_row(&DecodedRow {
                input,
                shape,
                looks_like: result.looks_like.as_deref(),
                decoded: true,
                value: serde_json::from_str(&decoded.canonical)?,
                unknown: unknown_rows(decoded),
                omitted_unknown: decoded.omitted_unknown,
                violations,
                omitted_violations,
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
                omitted_violations,
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

/// The rows of the violations that are shown, and the number of the others.
fn violation_rows<'r>(
    result: &'r CheckResult<'_>,
    max_findings: usize,
) -> (Vec<ViolationRow<'r>>, usize) {
    let (shown, omitted) = result.shown(max_findings);
    // The error has a member of its own.
    let is_error = |finding: &Finding| {
        let error = result.decoded.as_ref().err();
        error.is_some_and(|error| std::ptr::eq(error, finding))
    };
    let violations = shown.into_iter().filter(|finding| !is_error(finding));
    let rows = violations.map(|violation| ViolationRow {
        path: violation.path.to_string(),
        rule: violation.rule,
        severity: violation.severity.as_str(),
        message: &violation.message,
        suggestion: violation.suggestion.as_deref(),
        line: violation.span.map(|span| span.line),
        column: violation.span.map(|span| span.column),
    });
    (rows.collect(), omitted)
}

// Its signature is that of `skip_serializing_if`.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(count: &usize) -> bool {
    *count == 0
}
