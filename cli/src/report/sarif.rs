//! Reports for code scanners: one log in the Static Analysis Results Interchange Format, 2.1.0.

use std::io::{self, Write};

use iot_jobs::validate::Rule;

use super::Reporter;
use crate::{
    check::verdict::{Finding, Verdict},
    input::Input,
    tally::Tally,
};

mod log;
mod uri;

use log::{
    ArtifactLocation, Driver, Invocation, Location, Log, LogicalLocation, Message,
    PhysicalLocation, Region, ReportingDescriptor, Run, SarifResult, Tool,
};

/// A report for a code scanner, which is written at the end.
pub(crate) struct Report<W> {
    out: W,
    results: Vec<SarifResult>,
}

impl<W: Write> Report<W> {
    /// A report that is written here.
    pub(crate) fn new(out: W) -> Self {
        let results = Vec::new();
        Self { out, results }
    }
}

impl<W: Write> Reporter for Report<W> {
    fn input(&mut self, input: &Input<'_>, verdict: &Verdict) -> io::Result<()> {
        let findings = verdict.findings.iter();
        self.results
            .extend(findings.map(|finding| result(input, finding)));
        Ok(())
    }

    fn end(&mut self, tally: Tally) -> io::Result<()> {
        let log = Log {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [Run {
                tool: Tool {
                    driver: Driver {
                        name: "iot-jobs",
                        version: env!("CARGO_PKG_VERSION"),
                        information_uri: env!("CARGO_PKG_REPOSITORY"),
                        rules: rules(),
                    },
                },
                invocations: [Invocation {
                    execution_successful: tally.unreadable == 0,
                }],
                column_kind: "unicodeCodePoints",
                results: std::mem::take(&mut self.results),
            }],
        };
        serde_json::to_writer_pretty(&mut self.out, &log)?;
        writeln!(self.out)?;
        self.out.flush()
    }
}

/// The rules that results name by their place here.
fn rules() -> Vec<ReportingDescriptor> {
    let decode = (Finding::DECODE, "An input does not decode as its shape.");
    let others = Rule::ALL.iter();
    let others = others.map(|rule| (rule.as_str(), rule.description()));
    let rules = std::iter::once(decode).chain(others);
    let rule = |(id, text): (_, &str)| ReportingDescriptor {
        id,
        short_description: Message {
            text: text.to_owned(),
        },
    };
    rules.map(rule).collect()
}

fn result(input: &Input<'_>, finding: &Finding) -> SarifResult {
    let place = Rule::ALL
        .iter()
        .position(|rule| rule.as_str() == finding.rule);
    SarifResult {
        rule_id: finding.rule,
        // The rule of what does not decode stands first.
        rule_index: place.map_or(0, |place| place + 1),
        level: finding.severity.as_str(),
        message: Message {
            text: format!("{}: {}", finding.path, finding.message),
        },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: uri::of(input.file),
                },
                region: finding.spot.map(|spot| Region {
                    start_line: spot.line,
                    start_column: spot.column,
                    end_column: spot.column + spot.length,
                }),
            },
            logical_locations: [LogicalLocation {
                fully_qualified_name: finding.path.clone(),
            }],
        }],
    }
}
