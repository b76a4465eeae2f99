//! Members that a shape does not have, for commands that do not check.

use iot_jobs::{
    check::Checks,
    facts::Structure,
    validate::{Rule, Severity},
};

use super::violations::findings;
use crate::{check_result::Finding, input::Input};

/// The maximum number of findings.
const MAX: usize = 20;

/// The warnings about unknown members of an input and of the job document inside.
pub fn unknown_members(input: &Input<'_>, structure: &'static Structure) -> Vec<Finding> {
    let text = str::from_utf8(input.text).unwrap_or_default();
    let mut found = Checks::new().complete(structure, text, Vec::new());
    found.retain(|it| it.rule == Rule::UnknownMember && it.severity >= Severity::Warning);
    findings(input, found, MAX).0
}
