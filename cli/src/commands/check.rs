//! `iot-jobs check`: the errors, warnings and unknown members of payloads and job documents.

use std::io::{self, Write};

use iot_jobs::{
    check::Checks, document::placeholder::Values, primitives::DateTime, validate::Severity,
};

use crate::{
    check_result::CheckResult,
    checking::{Checking, InputKind, check_payload},
    counts::{InputCounts, Outcome},
    reading::ReadOptions,
    report::{
        Reporter, github::GithubReporter, human::HumanReporter, json::JsonReporter,
        sarif::SarifReporter,
    },
};

/// The options of `iot-jobs check`.
pub struct CheckOptions {
    /// What the inputs are.
    pub kind: InputKind,
    /// The values of a job document's placeholders.
    pub values: Option<Values>,
    /// What to read.
    pub read: ReadOptions,
    /// Whether warnings are errors.
    pub deny_warnings: bool,
    /// Whether unknown members are errors.
    pub deny_unknown: bool,
    /// Whether advice is reported, and then whether it is an error.
    pub advice: AdviceOption,
    /// The time that schedules are checked against.
    pub now: Option<DateTime>,
    /// The format of the report.
    pub format: ReportFormat,
    /// The maximum number of findings of an input that are shown.
    pub max_findings: usize,
    /// Whether only inputs with errors or warnings are reported.
    pub quiet: bool,
}

/// What is done with advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceOption {
    /// It is reported.
    Report,
    /// It is an error.
    Deny,
    /// It is not reported.
    Omit,
}

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// Text with each finding under its line.
    Human,
    /// JSON, an object for each input.
    Json,
    /// One SARIF log.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Checks and reports each input.
pub fn run(options: &CheckOptions, counts: &mut InputCounts) -> io::Result<()> {
    let max = options.max_findings;
    match options.format {
        ReportFormat::Human => {
            let out = io::BufWriter::new(anstream::stdout().lock());
            let mut reporter = HumanReporter::new(out, max);
            if options.quiet {
                reporter = reporter.without_summary();
            }
            report_all(options, counts, &mut reporter)
        }
        ReportFormat::Json => report_all(options, counts, &mut JsonReporter::new(stdout(), max)),
        ReportFormat::Sarif => report_all(options, counts, &mut SarifReporter::new(stdout(), max)),
        ReportFormat::Github => {
            report_all(options, counts, &mut GithubReporter::new(stdout(), max))
        }
    }
}

fn report_all(
    options: &CheckOptions,
    counts: &mut InputCounts,
    reporter: &mut dyn Reporter,
) -> io::Result<()> {
    let max = options.max_findings;
    let mut checks = Checks::new();
    if options.deny_unknown {
        checks = checks.deny_unknown();
    }
    if options.advice != AdviceOption::Omit {
        checks = checks.advice();
    }
    if let Some(now) = options.now {
        checks = checks.at(now);
    }
    let mut report = |mut result: CheckResult<'_>| -> io::Result<Outcome> {
        if options.deny_warnings {
            result.deny(Severity::Warning);
        }
        if options.advice == AdviceOption::Deny {
            result.deny(Severity::Advice);
        }
        let outcome = result.outcome();
        if !(options.quiet && outcome == Outcome::Ok) {
            reporter.report(&result)?;
        }
        Ok(outcome)
    };
    if let InputKind::Payload(shape) = options.kind
        && options.read.ndjson
    {
        options
            .read
            .for_each_value(shape, counts, &mut |input, value| {
                report(check_payload(input, shape, value, checks, max))
            })?;
    } else {
        let checking = Checking {
            kind: options.kind,
            values: options.values.as_ref(),
            checks,
            max_findings: max,
        };
        options
            .read
            .for_each_input(counts, &mut |input| report(checking.check(input)))?;
    }
    reporter.finish(*counts)
}

fn stdout() -> impl Write {
    io::BufWriter::new(io::stdout().lock())
}
