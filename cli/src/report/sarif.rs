//! Reports for code scanning: one log in the Static Analysis Results Interchange Format, 2.1.0.

use std::io::{self, Write};

use iot_jobs::validate::{Rule, Severity};
use serde::Serialize;

use super::{Reporter, json_text::for_terminals, looks_like, omitted_findings};
use crate::{
    check_result::{CheckResult, Finding},
    counts::InputCounts,
    explanation::{self, Explanation},
    input::Input,
};

mod log;
mod uri;

use log::{
    ArtifactLocation, Driver, END, Help, INVOCATION, Invocation, Location, LogicalLocation,
    Message, Notification, PhysicalLocation, RESULTS, Region, ReportingDescriptor, START,
    SarifResult, Tool,
};

/// Writes one log, each result when it is known, so that a log of any size takes constant memory.
pub struct SarifReporter<W> {
    out: W,
    max_findings: usize,
    /// What the next result is written after.
    separator: Option<&'static str>,
    notifications: Vec<Notification>,
}

impl<W: Write> SarifReporter<W> {
    /// Reports at most so many findings of each input to this writer.
    pub fn new(out: W, max_findings: usize) -> Self {
        Self {
            out,
            max_findings,
            separator: None,
            notifications: Vec::new(),
        }
    }
}

impl<W: Write> SarifReporter<W> {
    /// Writes what is before the results.
    fn write_start(&mut self) -> io::Result<()> {
        let tool = Tool {
            driver: Driver {
                name: "iot-jobs",
                version: env!("CARGO_PKG_VERSION"),
                rules: rules(),
            },
        };
        write!(self.out, "{START}")?;
        self.write(&tool)?;
        write!(self.out, "{RESULTS}")
    }

    /// Writes a result on a line of its own.
    fn write_result(&mut self, result: &SarifResult) -> io::Result<()> {
        if self.separator.is_none() {
            self.write_start()?;
        }
        let separator = self.separator.replace(",").unwrap_or_default();
        writeln!(self.out, "{separator}")?;
        self.write(result)
    }

    fn write(&mut self, part: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string(part)?;
        write!(self.out, "{}", for_terminals(&text))
    }

    /// Adds a notification, which is about no line.
    fn notify(&mut self, text: String) {
        self.notifications.push(Notification {
            level: "note",
            message: Message { text },
        });
    }
}

impl<W: Write> Reporter for SarifReporter<W> {
    fn report(&mut self, result: &CheckResult<'_>) -> io::Result<()> {
        let (findings, omitted) = result.shown(self.max_findings);
        let shown = findings.len();
        for finding in findings {
            self.write_result(&sarif_result(&result.input, finding))?;
        }
        if omitted > 0 {
            let text = format!(
                "{}: {}",
                result.input.name(),
                omitted_findings(omitted, shown)
            );
            self.notify(text);
        }
        if let Some(shape) = &result.looks_like {
            let hint = looks_like::hint(&result.input, shape);
            self.notify(format!("{}: {hint}", result.input.name()));
        }
        Ok(())
    }

    fn finish(&mut self, counts: InputCounts) -> io::Result<()> {
        if self.separator.is_none() {
            self.write_start()?;
        }
        let invocation = Invocation {
            execution_successful: counts.unreadable == 0,
            tool_execution_notifications: std::mem::take(&mut self.notifications),
        };
        write!(self.out, "\n{INVOCATION}")?;
        self.write(&invocation)?;
        writeln!(self.out, "{END}")?;
        self.out.flush()
    }
}

/// The rules; results refer to them by index.
fn rules() -> Vec<ReportingDescriptor> {
    let decode = (Finding::DECODE, explanation::decode());
    let others = Rule::ALL.iter();
    let others = others.map(|rule| (rule.as_str(), explanation::of_rule(*rule)));
    let rules = std::iter::once(decode).chain(others);
    rules.map(|(id, rule)| descriptor(id, &rule)).collect()
}

fn descriptor(id: &'static str, rule: &Explanation) -> ReportingDescriptor {
    let details: Vec<_> = rule.details.iter().map(|detail| &*detail.text).collect();
    let details = details.join(" ");
    ReportingDescriptor {
        id,
        short_description: Message {
            text: rule.summary.clone(),
        },
        full_description: Message {
            text: details.clone(),
        },
        help: Help {
            text: details,
            markdown: explanation::body(rule),
        },
    }
}

fn sarif_result(input: &Input<'_>, finding: &Finding) -> SarifResult {
    let index = Rule::ALL
        .iter()
        .position(|rule| rule.as_str() == finding.rule);
    SarifResult {
        rule_id: finding.rule,
        // The first rule is that of inputs that do not decode.
        rule_index: index.map_or(0, |index| index + 1),
        level: match finding.severity {
            Severity::Information | Severity::Advice => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        message: Message {
            text: format!("{}: {}", finding.path, finding.message),
        },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: uri::from_file(input.file),
                },
                region: finding.span.map(|span| Region {
                    start_line: span.line,
                    start_column: span.column,
                    end_column: span.column + span.length,
                }),
            },
            logical_locations: [LogicalLocation {
                fully_qualified_name: finding.path.to_string(),
            }],
        }],
    }
}
