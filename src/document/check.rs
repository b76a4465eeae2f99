//! All violations of a document's text, not only the first.

use super::{Document, OperationDocument, OtaDocument, Schema, StepsDocument, placeholder, size};
use crate::{
    codec,
    error::Error,
    report::{self, Finding, Options, Rule, Violation},
    shape::Shape,
    validate,
};

mod repair;
mod repaired;

pub(crate) use self::repaired::Repaired;

/// All violations of a document, in the order of its text.
pub(crate) fn check(text: &str, options: Options) -> Result<Vec<Violation>, Error> {
    let mut violations = match Document::detect(text)?.schema {
        Schema::Steps => of_shape::<StepsDocument>(text, options),
        Schema::Operation => of_shape::<OperationDocument>(text, options),
        Schema::Ota => of_shape::<OtaDocument>(text, options),
        Schema::Custom => Vec::new(),
    };
    violations.extend(size::too_large(text.len(), ""));
    for occurrence in placeholder::find(text)? {
        if let Err(error) = occurrence.placeholder() {
            let finding = Finding::error(Rule::Placeholder, error.to_string());
            violations.push(finding.at(occurrence.path));
        }
    }
    Ok(report::in_text_order(text, violations))
}

/// All violations of JSON text as this shape, including values that do not decode.
fn of_shape<T: Shape>(text: &str, options: Options) -> Vec<Violation> {
    let decode = |text: &str| Ok(validate::violations(&codec::from_str::<T>(text)?, options));
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
