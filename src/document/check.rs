//! All violations of a document's text, not only the first.

use std::collections::HashSet;

use serde_json::Value;

use super::{Document, OperationDocument, OtaDocument, Schema, StepsDocument, placeholder, size};
use crate::{
    codec,
    error::Error,
    path::{Path, Step},
    report::{self, Finding, Rule, Violation},
    shape::Shape,
    validate::Validate,
};

mod repair;

/// All violations of a document, in the order of its text.
pub(super) fn check(text: &str) -> Result<Vec<Violation>, Error> {
    let mut violations = match Document::detect(text)?.schema {
        Schema::Steps => of_shape::<StepsDocument>(text),
        Schema::Operation => of_shape::<OperationDocument>(text),
        Schema::Ota => of_shape::<OtaDocument>(text),
        Schema::Custom => Vec::new(),
    };
    violations.extend(size::too_large(text, ""));
    for occurrence in placeholder::find(text)? {
        if let Err(error) = occurrence.placeholder() {
            let finding = Finding::error(Rule::Placeholder, error.to_string());
            violations.push(finding.at(occurrence.path));
        }
    }
    Ok(report::in_text_order(text, violations))
}

/// All violations of JSON text as this shape, including values that do not decode.
fn of_shape<T: Shape>(text: &str) -> Vec<Violation> {
    let error = match codec::from_str::<T>(text) {
        Ok(value) => return value.violations(),
        Err(error) => error,
    };
    let mut violations = Vec::new();
    let mut repaired = Repaired::default();
    // A `Value` cannot contain a number outside the range of a float.
    if let Ok(mut value) = serde_json::from_str::<Value>(text) {
        violations = repair::repair(&mut value, T::KIND);
        repaired
            .0
            .extend(violations.iter().map(|found| found.path.steps().to_vec()));
        if let Ok(decoded) = serde_json::from_value::<T>(value) {
            let others = decoded.violations().into_iter();
            violations.extend(others.filter(|other| !repaired.contains(&other.path)));
        }
    }
    if !repaired.contains(error.path()) {
        let finding = Finding::error(Rule::Form, error.message());
        violations.push(finding.at(error.path().clone()));
    }
    violations
}

/// The paths of values that were replaced.
#[derive(Default)]
struct Repaired(HashSet<Vec<Step>>);

impl Repaired {
    /// Whether a path is one of these or below one.
    fn contains(&self, path: &Path) -> bool {
        let steps = path.steps();
        (0..=steps.len()).any(|length| {
            steps
                .get(..length)
                .is_some_and(|outer| self.0.contains(outer))
        })
    }
}
