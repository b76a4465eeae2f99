//! Where validation writes down what it finds.

use aws_smithy_types::DateTime;

use super::{Rule, Severity, Violation};
use crate::{
    path::{Path, Turn},
    shape::Shape,
};

/// The findings so far, each with its turn in the document.
#[derive(Debug)]
pub struct Report {
    now: Option<DateTime>,
    found: Vec<(Vec<Turn>, Violation)>,
}

impl Report {
    /// Everything that is wrong with a value, in document order.
    pub(super) fn of<T: Shape>(value: &T, now: Option<DateTime>) -> Vec<Violation> {
        let mut report = Self {
            now,
            found: Vec::new(),
        };
        value.walk(&Path::root(), &mut report);
        // Rules look beyond their own place, and maps show their entries in any order.
        report.found.sort_by(|(one, _), (other, _)| one.cmp(other));
        report.found.into_iter().map(|(_, found)| found).collect()
    }

    /// The time that schedules count from, if the caller gave one.
    pub(crate) fn now(&self) -> Option<DateTime> {
        self.now
    }

    /// Writes down what was found at a place.
    #[cold]
    pub(crate) fn add(&mut self, at: &Path<'_>, finding: Finding) {
        let Finding {
            rule,
            severity,
            value,
            limit,
            message,
        } = finding;
        let path = match at {
            Path::Root(_) => "$".to_owned(),
            _ => at.to_string(),
        };
        let violation = Violation {
            path,
            rule,
            severity,
            value,
            limit,
            message,
        };
        self.found.push((at.order(), violation));
    }
}

/// A violation that has no place yet.
pub(crate) struct Finding {
    rule: Rule,
    severity: Severity,
    value: Option<String>,
    limit: Option<String>,
    message: String,
}

impl Finding {
    /// What is wrong, and how bad it is.
    pub(crate) fn new(rule: Rule, severity: Severity, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            value: None,
            limit: None,
            message: message.into(),
        }
    }

    /// What the service refuses.
    pub(crate) fn error(rule: Rule, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, message)
    }

    /// What the service may accept.
    pub(crate) fn warning(rule: Rule, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, message)
    }

    /// With the value, already short.
    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// With what is allowed.
    pub(crate) fn limit(mut self, limit: impl Into<String>) -> Self {
        self.limit = Some(limit.into());
        self
    }
}
