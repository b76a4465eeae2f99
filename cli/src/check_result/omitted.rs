//! The findings beyond the maximum, of which only the numbers are kept.

use std::collections::BTreeMap;

use iot_jobs::validate::{Rule, Severity, Violation};

use super::selection::Selection;

/// How many findings of each severity and rule are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Omitted(BTreeMap<(Severity, &'static str), usize>);

impl Omitted {
    /// The first of the violations up to a maximum, errors rather than warnings, and the numbers of the others.
    pub fn beyond(max: usize, violations: Vec<Violation>) -> (Vec<Violation>, Self) {
        let mut omitted = Self::default();
        if violations.len() <= max {
            return (violations, omitted);
        }
        let severities = violations.iter().map(|violation| violation.severity);
        let mut selection = Selection::new(max, &severities);
        let is_kept = |violation: &Violation| {
            let is_kept = selection.next(violation.severity);
            if !is_kept {
                let key = (violation.severity, violation.rule.as_str());
                *omitted.0.entry(key).or_default() += 1;
            }
            is_kept
        };
        let kept = violations.into_iter().filter(is_kept).collect();
        (kept, omitted)
    }

    /// Whether all findings are kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of all findings that are not kept.
    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// The number of those of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let counts = self.0.iter();
        let counts = counts.filter(|((of, _), _)| *of == severity);
        counts.map(|(_, count)| count).sum()
    }

    /// The number of unknown members that are information.
    pub fn unknown_members(&self) -> usize {
        let key = (Severity::Information, Rule::UnknownMember.as_str());
        self.0.get(&key).copied().unwrap_or_default()
    }

    /// The highest severity.
    pub fn max_severity(&self) -> Option<Severity> {
        self.0.keys().map(|(severity, _)| *severity).max()
    }

    /// Turns every finding of this severity into an error.
    pub fn deny(&mut self, denied: Severity) {
        for ((severity, rule), count) in std::mem::take(&mut self.0) {
            let severity = if severity == denied {
                Severity::Error
            } else {
                severity
            };
            *self.0.entry((severity, rule)).or_default() += count;
        }
    }
}
