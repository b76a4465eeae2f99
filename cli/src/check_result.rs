//! The result of checking an input.

mod omitted;
mod selection;

use iot_jobs::{Path, shape::Unknown, validate::Severity};

pub use self::omitted::Omitted;
use self::selection::Selection;
use crate::{counts::Outcome, input::Input};

/// What checking an input gives.
pub struct CheckResult<'a> {
    /// The input.
    pub input: Input<'a>,
    /// The shape that the input looks like, if it was checked as a job document and is none of a known schema.
    pub looks_like: Option<String>,
    /// The name of the shape; `document` for a job document of no known schema.
    pub shape: String,
    /// The members by which the schema of a job document was detected.
    pub detected_by: Option<&'static str>,
    /// The value, or why the input does not decode.
    pub decoded: Result<Decoded, Finding>,
    /// The violations, in the order of the file, up to the maximum.
    pub violations: Vec<Finding>,
    /// The violations beyond the maximum.
    pub omitted: Omitted,
    /// Whether the violations include why the input does not decode, as those of a job document do.
    pub violations_have_error: bool,
}

/// A value that was decoded.
pub struct Decoded {
    /// The canonical JSON text.
    pub canonical: String,
    /// The members and enum values that this version does not know, up to the maximum.
    pub unknown: Vec<Unknown>,
    /// The number of those beyond the maximum.
    pub omitted_unknown: usize,
}

/// An error, a warning or information.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The code of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The path of the value; `$` is the whole input.
    pub path: Path,
    /// The name or value that was probably meant; the message has it, too.
    pub suggestion: Option<String>,
    /// What is wrong.
    pub message: String,
    /// The position in the file; `None` for a value of the command line.
    pub span: Option<Span>,
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// The number of characters.
    pub length: usize,
    /// The byte offset in the input, if it is known.
    pub offset: Option<usize>,
}

impl CheckResult<'_> {
    /// The findings to report: why the input does not decode, unless a violation says so, and the violations.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> + Clone {
        let error = self.decoded.as_ref().err();
        let error = error.filter(|_| !self.violations_have_error);
        error.into_iter().chain(&self.violations)
    }

    /// Whether there is nothing to report.
    pub fn is_without_findings(&self) -> bool {
        self.findings().next().is_none() && self.omitted.is_empty()
    }

    /// The findings to show, at most so many and those of a higher severity first, in the order of [`findings`]; and the
    /// number of the others.
    ///
    /// [`findings`]: Self::findings
    pub fn shown(&self, max: usize) -> (Vec<&Finding>, usize) {
        let severities = self.findings().map(|finding| finding.severity);
        let total = severities.clone().count();
        let mut selection = Selection::new(max, &severities);
        let shown = self.findings();
        let shown: Vec<_> = shown.filter(|it| selection.next(it.severity)).collect();
        let omitted = total - shown.len() + self.omitted.total();
        (shown, omitted)
    }

    /// Turns every violation of this severity into an error.
    pub fn deny(&mut self, severity: Severity) {
        for violation in &mut self.violations {
            if violation.severity == severity {
                violation.severity = Severity::Error;
            }
        }
        self.omitted.deny(severity);
    }

    /// The number of findings of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings();
        findings.filter(|it| it.severity == severity).count() + self.omitted.count(severity)
    }

    /// The outcome to count the input by.
    pub fn outcome(&self) -> Outcome {
        let kept = self.findings().map(|finding| finding.severity);
        match kept.chain(self.omitted.max_severity()).max() {
            None | Some(Severity::Information | Severity::Advice) => Outcome::Ok,
            Some(Severity::Warning) => Outcome::Warnings,
            Some(Severity::Error) => Outcome::Errors,
        }
    }
}

impl Decoded {
    /// A value with so many of its unknown members and values.
    pub fn new(canonical: String, mut unknown: Vec<Unknown>, max: usize) -> Self {
        let omitted_unknown = unknown.len().saturating_sub(max);
        unknown.truncate(max);
        Self {
            canonical,
            unknown,
            omitted_unknown,
        }
    }
}

impl Finding {
    /// The rule of inputs that do not decode.
    pub const DECODE: &'static str = "decode";
}

impl Span {
    /// One character.
    pub fn character(line: usize, column: usize) -> Self {
        Self {
            line,
            column,
            length: 1,
            offset: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use iot_jobs::{
        Path,
        validate::Severity::{self, Advice, Error, Information, Warning},
    };

    use super::{CheckResult, Decoded, Finding, Omitted};
    use crate::{counts::Outcome, input::Input};

    fn finding(severity: Severity) -> Finding {
        Finding {
            rule: "form",
            severity,
            path: Path::root(),
            suggestion: None,
            message: String::new(),
            span: None,
        }
    }

    /// A result of a payload if it decodes, otherwise of a job document.
    fn result(decoded: bool, violations: &[Severity]) -> CheckResult<'static> {
        let value = Decoded::new("{}".to_owned(), Vec::new(), 0);
        CheckResult {
            input: Input {
                file: "-",
                line: None,
                text: b"{}",
            },
            shape: "Job".to_owned(),
            looks_like: None,
            detected_by: None,
            decoded: if decoded {
                Ok(value)
            } else {
                Err(finding(Error))
            },
            violations: violations.iter().copied().map(finding).collect(),
            omitted: Omitted::default(),
            violations_have_error: !decoded && violations.contains(&Error),
        }
    }

    #[test]
    fn errors_are_shown_rather_than_warnings() {
        for (violations, max, shown, omitted) in [
            (
                &[Warning, Error, Warning, Error][..],
                4,
                &[Warning, Error, Warning, Error][..],
                0,
            ),
            (
                &[Warning, Error, Warning, Error],
                3,
                &[Warning, Error, Error],
                1,
            ),
            (&[Warning, Error, Warning, Error], 1, &[Error], 3),
            (&[Information, Advice, Warning], 2, &[Advice, Warning], 1),
            (&[Information, Advice, Warning], 1, &[Warning], 2),
            (&[Warning, Error], 0, &[], 2),
            (&[], 0, &[], 0),
        ] {
            let result = result(true, violations);
            let (found, others) = result.shown(max);
            let found: Vec<_> = found.iter().map(|finding| finding.severity).collect();
            assert_eq!((&found[..], others), (shown, omitted));
        }
    }

    #[test]
    fn findings_are_the_violations_or_the_decoding_error() {
        for (decoded, violations, errors, warnings, outcome) in [
            (true, &[][..], 0, 0, Outcome::Ok),
            (true, &[Information], 0, 0, Outcome::Ok),
            (true, &[Advice, Information], 0, 0, Outcome::Ok),
            (true, &[Warning, Information], 0, 1, Outcome::Warnings),
            (true, &[Warning, Error, Error], 2, 1, Outcome::Errors),
            (false, &[], 1, 0, Outcome::Errors),
            (false, &[Warning, Information], 1, 1, Outcome::Errors),
            // The violations of a job document include why it does not decode.
            (false, &[Error, Warning], 1, 1, Outcome::Errors),
        ] {
            let mut result = result(decoded, violations);
            assert_eq!(result.count(Error), errors);
            assert_eq!(result.count(Warning), warnings);
            assert_eq!(result.outcome(), outcome);
            result.deny(Warning);
            assert_eq!(result.count(Error), errors + warnings);
            assert_eq!(result.count(Warning), 0);
            let advice = violations.iter().filter(|it| **it == Advice).count();
            assert_eq!(result.count(Advice), advice);
            result.deny(Advice);
            assert_eq!(result.count(Error), errors + warnings + advice);
        }
    }
}
