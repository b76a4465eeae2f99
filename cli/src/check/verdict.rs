//! What is said of an input.

use iot_jobs::{
    Error, codec,
    shape::{Shape, Unknown},
    validate::{Severity, Violation},
};

use crate::{
    input::{Input, Value},
    tally::Outcome,
};

mod document;

/// What came of an input.
pub(crate) struct Verdict {
    /// The name of the shape.
    pub(crate) shape: String,
    /// What the shape shows by, where it was detected.
    pub(crate) why: Option<&'static str>,
    /// What the input holds, or why it does not decode.
    pub(crate) decoded: Result<Decoded, Finding>,
    /// What is wrong with it, in the file's order; what keeps it from decoding as well.
    pub(crate) findings: Vec<Finding>,
}

/// A value that decoded.
pub(crate) struct Decoded {
    /// The canonical text.
    pub(crate) canonical: String,
    /// The members and enum values that this version does not know.
    pub(crate) unknown: Vec<Unknown>,
}

/// Something wrong.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// The code of the rule; empty where none is to be named.
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) path: String,
    pub(crate) message: String,
    /// Where it is, if it is in the file.
    pub(crate) spot: Option<Spot>,
}

/// A part of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    /// The line of the file, from 1.
    pub(crate) line: usize,
    /// The column, in characters from 1.
    pub(crate) column: usize,
    /// How many characters it has.
    pub(crate) length: usize,
}

impl Verdict {
    /// What is wrong with a value of a shape that was named.
    pub(crate) fn of_value(input: &Input<'_>, value: Value) -> Self {
        let decoded = value.and_then(|value| {
            let decoded = Decoded {
                canonical: value.to_json()?,
                unknown: value.unknown(),
            };
            Ok((decoded, value.violations()))
        });
        match decoded {
            Ok((decoded, violations)) => Self {
                shape: input.shape.to_owned(),
                why: None,
                decoded: Ok(decoded),
                findings: Finding::all(input, violations),
            },
            Err(error) => Self::undecoded(input, &error),
        }
    }

    /// What is said of an input that does not decode.
    fn undecoded(input: &Input<'_>, error: &Error) -> Self {
        let finding = Finding::of_error(error);
        Self {
            shape: input.shape.to_owned(),
            why: None,
            decoded: Err(finding.clone()),
            findings: vec![finding],
        }
    }

    /// Makes every warning an error.
    pub(crate) fn deny_warnings(&mut self) {
        for finding in &mut self.findings {
            finding.severity = Severity::Error;
        }
    }

    /// How many findings are of this severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let same = |finding: &&Finding| finding.severity == severity;
        self.findings.iter().filter(same).count()
    }

    /// How the input went.
    pub(crate) fn outcome(&self) -> Outcome {
        let worst = self.findings.iter().map(|finding| finding.severity).max();
        match worst {
            None => Outcome::Good,
            Some(Severity::Warning) => Outcome::Warned,
            Some(Severity::Error) => Outcome::Failed,
        }
    }
}

impl Decoded {
    /// A value with what is in it.
    fn of<T: Shape>(value: &T) -> Result<Self, Error> {
        Ok(Self {
            canonical: codec::to_string(value)?,
            unknown: value.unknown(),
        })
    }
}

impl Finding {
    /// The rule that text which does not decode violates.
    pub(crate) const DECODE: &'static str = "decode";

    /// What keeps an input from decoding.
    pub(crate) fn of_error(error: &Error) -> Self {
        let position = error.line().zip(error.column());
        Self {
            rule: Self::DECODE,
            severity: Severity::Error,
            path: error.path().to_owned(),
            message: error.message().to_owned(),
            spot: position.map(|(line, column)| Spot::at(line, column)),
        }
    }

    /// Violations with their places in the input, in its order.
    fn all(input: &Input<'_>, violations: Vec<Violation>) -> Vec<Self> {
        let text = str::from_utf8(input.text).unwrap_or_default();
        let above = input.line.unwrap_or(1) - 1;
        let paths = violations.iter().map(|violation| violation.path.as_str());
        // What was decoded is JSON; if it were not, its findings would have no places.
        let places = codec::places(text, paths).unwrap_or_default();
        let spots = places.into_iter().map(|place| {
            let value = text.get(place.range).unwrap_or_default();
            let underlined = place.exact && !value.contains('\n');
            Some(Spot {
                length: if underlined { value.chars().count() } else { 1 },
                ..Spot::at(above + place.line, place.column)
            })
        });
        let spots: Vec<_> = spots
            .chain(std::iter::repeat(None))
            .take(violations.len())
            .collect();
        let violations = violations.into_iter().zip(spots);
        let mut findings: Vec<_> = violations.map(|(it, spot)| Self::of(it, spot)).collect();
        findings.sort_by_key(|finding| finding.spot.map(|spot| (spot.line, spot.column)));
        findings
    }

    /// A violation with its place.
    fn of(violation: Violation, spot: Option<Spot>) -> Self {
        Self {
            rule: violation.rule.as_str(),
            severity: violation.severity,
            path: violation.path,
            message: violation.message,
            spot,
        }
    }
}

impl Spot {
    /// One character.
    fn at(line: usize, column: usize) -> Self {
        Self {
            line,
            column,
            length: 1,
        }
    }
}
