//! What validation finds: violations of rules, each with a path and a severity.

mod finding;
mod rule;
mod severity;
mod violation;

use aws_smithy_types::DateTime;

pub(crate) use self::finding::Finding;
pub use self::{
    rule::{Explanation, Rule},
    severity::Severity,
    violation::{Violation, Violations},
};
use crate::{
    json,
    path::{Order, PathRef},
};

/// What is reported beside violations that depend on the value alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// The time that schedules are checked against.
    pub(crate) now: Option<DateTime>,
    /// Whether advice is reported.
    pub(crate) advice: bool,
}

/// The violations found so far, each with its order in the document.
#[derive(Debug)]
pub(crate) struct Report {
    options: Options,
    found: Vec<(Vec<Order>, Violation)>,
}

impl Report {
    /// A report without violations.
    pub(crate) const fn new(options: Options) -> Self {
        Self {
            options,
            found: Vec::new(),
        }
    }

    /// The time that schedules are checked against, if the caller gave one.
    pub(crate) const fn now(&self) -> Option<DateTime> {
        self.options.now
    }

    /// Whether advice is reported.
    pub(crate) const fn reports_advice(&self) -> bool {
        self.options.advice
    }

    /// Adds a finding about the value at a place.
    #[cold]
    pub(crate) fn add(&mut self, at: &PathRef<'_>, finding: Finding) {
        self.found.push((at.order(), finding.at(at.to_path())));
    }

    /// The violations in document order.
    pub(crate) fn into_violations(mut self) -> Vec<Violation> {
        // Rules report about other places than their own, and maps are walked in any order.
        self.found.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.found.into_iter().map(|(_, found)| found).collect()
    }
}

/// Sorts violations by their places in a text; one that is not JSON has no places.
pub(crate) fn in_text_order(text: &str, violations: Vec<Violation>) -> Vec<Violation> {
    let Ok(offsets) = json::offsets(text, violations.iter().map(|found| &found.path)) else {
        return violations;
    };
    let mut located: Vec<_> = offsets.into_iter().zip(violations).collect();
    located.sort_by_key(|(offset, _)| *offset);
    located.into_iter().map(|(_, found)| found).collect()
}
