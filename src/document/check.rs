//! Everything that is wrong with a document's text, not only the first mistake.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    Document, OperationDocument, OtaDocument, Schema, StepsDocument, placeholder, problem,
};
use crate::{
    codec::{
        self,
        scan::{self, Places},
    },
    error::Error,
    shape::Shape,
    validate::{Rule, Validate, Violation},
};

mod repair;

/// Everything that is wrong with a document, in the order of its text.
pub(super) fn check(text: &str) -> Result<Vec<Violation>, Error> {
    let mut violations = match Document::detect(text)?.schema {
        Schema::Steps => of_shape::<StepsDocument>(text),
        Schema::Operation => of_shape::<OperationDocument>(text),
        Schema::Ota => of_shape::<OtaDocument>(text),
        Schema::Custom => Vec::new(),
    };
    violations.extend(problem::too_large(text, ""));
    for occurrence in placeholder::find(text)? {
        if let Err(error) = occurrence.placeholder() {
            let message = error.to_string();
            let violation = problem::error(Rule::Placeholder, occurrence.path, message);
            violations.push(violation);
        }
    }
    if violations.len() > 1 {
        let places = Places::of(text)?;
        violations.sort_by_cached_key(|violation| places.offset(&violation.path));
    }
    Ok(violations)
}

/// Everything that is wrong with JSON text as this shape, also where it does not decode.
fn of_shape<T: Shape>(text: &str) -> Vec<Violation> {
    let error = match codec::from_str::<T>(text) {
        Ok(value) => return value.violations(),
        Err(error) => error,
    };
    let mut violations = Vec::new();
    let mut mended = HashSet::new();
    // Numbers beyond any range are JSON too, but no `Value` holds one.
    if let Ok(mut value) = serde_json::from_str::<Value>(text) {
        violations = repair::repair(&mut value, T::KIND);
        mended.extend(violations.iter().map(|fault| fault.path.clone()));
        if let Ok(repaired) = serde_json::from_value::<T>(value) {
            let mut others = repaired.violations();
            // What stands where something was mended is not the document's.
            others.retain(|other| !is_within(&mended, &other.path));
            violations.append(&mut others);
        }
    }
    if !is_within(&mended, error.path()) {
        violations.push(problem::error(Rule::Form, error.path(), error.message()));
    }
    violations
}

/// Whether a path is at or below one of the others.
fn is_within(others: &HashSet<String>, path: &str) -> bool {
    scan::outwards(path)
        .chain(["$"])
        .any(|path| others.contains(path))
}
