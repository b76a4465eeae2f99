//! Violations before their path is known.

use super::{Rule, Severity, Violation};
use crate::path::Path;

/// A violation without a path.
pub(crate) struct Finding {
    rule: Rule,
    severity: Severity,
    value: Option<String>,
    limit: Option<String>,
    suggestion: Option<String>,
    message: String,
}

impl Finding {
    /// A finding of a severity that depends on the value.
    pub(crate) fn new(rule: Rule, severity: Severity, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            value: None,
            limit: None,
            suggestion: None,
            message: message.into(),
        }
    }

    /// A finding that the service rejects.
    pub(crate) fn error(rule: Rule, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, message)
    }

    /// A finding that the service may accept.
    pub(crate) fn warning(rule: Rule, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, message)
    }

    /// A finding that the service accepts, and that operation of the job is better without.
    pub(crate) fn advice(rule: Rule, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Advice, message)
    }

    /// With an excerpt of the value.
    pub(crate) fn value(mut self, excerpt: impl Into<String>) -> Self {
        self.value = Some(excerpt.into());
        self
    }

    /// With what is allowed.
    pub(crate) fn limit(mut self, limit: impl Into<String>) -> Self {
        self.limit = Some(limit.into());
        self
    }

    /// With the name or value that was probably meant, also at the end of the message.
    pub(crate) fn suggestion(mut self, suggestion: Option<&str>) -> Self {
        if let Some(suggestion) = suggestion {
            self.message = format!("{}; did you mean `{suggestion}`?", self.message);
            self.suggestion = Some(suggestion.to_owned());
        }
        self
    }

    /// The violation of the value at a path.
    pub(crate) fn at(self, path: Path) -> Violation {
        Violation {
            path,
            rule: self.rule,
            severity: self.severity,
            value: self.value,
            limit: self.limit,
            suggestion: self.suggestion,
            message: self.message,
        }
    }
}
