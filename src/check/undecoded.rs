//! The violations of a payload that does not decode.

use crate::{document::Repaired, error::Error, facts::Structure, report::Violation};

/// The violations beside this error; none if the text is not JSON.
pub(super) fn violations(
    structure: &'static Structure,
    text: &str,
    error: &Error,
    decode: &dyn Fn(&str) -> Result<Vec<Violation>, Error>,
) -> Vec<Violation> {
    let mut repaired = Repaired::new(text, structure);
    let mut violations = repaired.of_others(decode);
    violations.retain(|found| !found.rule.compares_members());
    violations.append(&mut repaired.form);
    violations.retain(|found| found.path != *error.path());
    violations
}
