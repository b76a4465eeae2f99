//! The text of a payload that does not decode, with other values in place of the wrong ones.

use std::collections::HashSet;

use serde_json::Value;

use super::repair;
use crate::{
    error::Error,
    facts::{Kind, Structure},
    path::{Path, Step},
    report::Violation,
};

/// A text in which each value that does not decode is replaced, so that the other values can be checked.
pub(crate) struct Repaired {
    /// A violation for each value that was replaced.
    pub(crate) form: Vec<Violation>,
    paths: HashSet<Vec<Step>>,
    text: String,
}

impl Repaired {
    pub(crate) fn new(text: &str, structure: &'static Structure) -> Self {
        let mut form = Vec::new();
        let mut repaired = String::new();
        // A `Value` cannot contain a number outside the range of a float; the empty text does not decode.
        if let Ok(mut value) = serde_json::from_str::<Value>(text) {
            form = repair::repair(&mut value, Kind::Structure(structure));
            repaired = value.to_string();
        }
        let paths = form.iter().map(|found| found.path.steps().to_vec());
        Self {
            paths: paths.collect(),
            form,
            text: repaired,
        }
    }

    /// The violations of the values that were not replaced; `decode` decodes and validates a text.
    pub(crate) fn of_others(
        &self,
        decode: &dyn Fn(&str) -> Result<Vec<Violation>, Error>,
    ) -> Vec<Violation> {
        let mut violations = decode(&self.text).unwrap_or_default();
        violations.retain(|found| !self.contains(&found.path));
        violations
    }

    /// Whether a path is that of a replaced value or below one.
    pub(crate) fn contains(&self, path: &Path) -> bool {
        let steps = path.steps();
        (0..=steps.len()).any(|length| {
            steps
                .get(..length)
                .is_some_and(|outer| self.paths.contains(outer))
        })
    }
}
