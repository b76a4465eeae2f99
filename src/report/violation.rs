//! What validation finds.

use std::fmt;

use super::{Rule, Severity};
use crate::path::Path;

/// A value that the service would reject, or would not understand as intended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The path of the value, such as `abortConfig.criteriaList[0].thresholdPercentage`; `$` for the whole.
    pub path: Path,
    /// The violated rule.
    pub rule: Rule,
    /// Whether the service rejects the value or may accept it.
    pub severity: Severity,
    /// The start of the value, at most 64 characters; `None` where there is no value to show.
    pub value: Option<String>,
    /// What is allowed, where that is a limit.
    pub limit: Option<String>,
    /// The name or value that was probably meant.
    pub suggestion: Option<String>,
    /// What is wrong and what would be right, without the path.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            rule,
            severity,
            message,
            ..
        } = self;
        write!(f, "{severity}: {path}: {message} ({rule})")
    }
}

/// The violations of a value that is not valid, at least one of them an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    pub(crate) fn check(violations: Vec<Violation>) -> Result<(), Self> {
        let error = |violation: &Violation| violation.severity == Severity::Error;
        if violations.iter().any(error) {
            return Err(Self(violations));
        }
        Ok(())
    }

    /// The violations in document order, warnings among them.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A violation a line.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
