//! All violations of a document's text, not only the first.

use super::{Document, OperationDocument, OtaDocument, Schema, StepsDocument, placeholder, size};
use crate::{
    codec,
    error::Error,
    report::{self, Finding, Rule, Violation},
    shape::Shape,
    validate::Validate,
};

mod repair;
mod repaired;

pub(crate) use self::repaired::Repaired;

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
    let decode = |text: &str| codec::from_str::<T>(text).map(|value| value.violations());
    let error = match decode(text) {
        Ok(violations) => return violations,
        Err(error) => error,
    };
    let repaired = Repaired::new(text, &T::STRUCTURE);
    let mut violations = repaired.of_others(&decode);
    if !repaired.contains(error.path()) {
        let finding = Finding::error(Rule::Form, error.message());
        violations.push(finding.at(error.path().clone()));
    }
    violations.extend(repaired.form);
    violations
}
