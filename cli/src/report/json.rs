//! Reports for programs: a JSON object an input, on one line.

use std::io::{self, Write};

use iot_jobs::shape::UnknownKind;
use serde::Serialize;
use serde_json::value::RawValue;

use super::Reporter;
use crate::{
    check::verdict::{Decoded, Finding, Verdict},
    input::Input,
    tally::Tally,
};

#[derive(Serialize)]
struct DecodedRow<'a> {
    input: &'a str,
    shape: &'a str,
    decoded: bool,
    value: &'a RawValue,
    unknown: Vec<UnknownRow<'a>>,
    violations: Vec<ViolationRow<'a>>,
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
    // Only job documents are checked further once something keeps them from decoding.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<ViolationRow<'a>>,
}

#[derive(Serialize)]
struct ErrorRow<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
}

#[derive(Serialize)]
struct ViolationRow<'a> {
    path: &'a str,
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    line: Option<usize>,
    column: Option<usize>,
}

/// A report for programs.
pub(crate) struct Report<W> {
    out: W,
}

impl<W: Write> Report<W> {
    /// A report that is written here.
    pub(crate) fn new(out: W) -> Self {
        Self { out }
    }

    fn row(&mut self, row: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, row)?;
        writeln!(self.out)?;
        self.out.flush()
    }
}

impl<W: Write> Reporter for Report<W> {
    fn input(&mut self, input: &Input<'_>, verdict: &Verdict) -> io::Result<()> {
        let (input, shape) = (&input.name(), &verdict.shape);
        let violations = violations(verdict);
        match &verdict.decoded {
            Ok(decoded) => self.row(&DecodedRow {
                input,
                shape,
                decoded: true,
                value: serde_json::from_str(&decoded.canonical)?,
                unknown: unknown(decoded),
                violations,
            }),
            Err(error) => self.row(&FailedRow {
                input,
                shape,
                decoded: false,
                error: ErrorRow {
                    path: &error.path,
                    line: error.spot.map(|spot| spot.line),
                    column: error.spot.map(|spot| spot.column),
                    message: &error.message,
                },
                violations,
            }),
        }
    }

    fn end(&mut self, _: Tally) -> io::Result<()> {
        Ok(())
    }
}

fn unknown(decoded: &Decoded) -> Vec<UnknownRow<'_>> {
    let rows = decoded.unknown.iter().map(|it| UnknownRow {
        path: &it.path,
        kind: match it.kind {
            UnknownKind::Value => "value",
            _ => "member",
        },
    });
    rows.collect()
}

fn violations(verdict: &Verdict) -> Vec<ViolationRow<'_>> {
    let findings = verdict.findings.iter();
    let violations = findings.filter(|finding| finding.rule != Finding::DECODE);
    let rows = violations.map(|finding| ViolationRow {
        path: &finding.path,
        rule: finding.rule,
        severity: finding.severity.as_str(),
        message: &finding.message,
        line: finding.spot.map(|spot| spot.line),
        column: finding.spot.map(|spot| spot.column),
    });
    rows.collect()
}
