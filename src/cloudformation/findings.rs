//! The violations of a resource in all variants of its deployment.

use std::collections::{HashMap, HashSet};

use super::variant::Variant;
use crate::{
    path::{Path, Step},
    report::{Rule, Violation},
};

/// The violations found so far.
#[derive(Default)]
pub(super) struct Findings {
    found: Vec<Violation>,
    seen: HashSet<(Path, Rule, String)>,
    /// The violations of rules between members, with the number of the variants that have them.
    between: Vec<Between>,
    /// Where each of them is.
    indices: HashMap<(Path, Rule), usize>,
}

struct Between {
    violation: Violation,
    last: Variant,
    variants: usize,
}

impl Findings {
    /// Adds a violation that does not depend on other values.
    pub(super) fn add(&mut self, violation: Violation) {
        let Violation {
            path,
            rule,
            message,
            ..
        } = &violation;
        if self.seen.insert((path.clone(), *rule, message.clone())) {
            self.found.push(violation);
        }
    }

    /// Adds a violation that was found in a variant.
    pub(super) fn add_of(&mut self, variant: Variant, violation: Violation) {
        if is_of_one_value(&violation) {
            return self.add(violation);
        }
        let key = (violation.path.clone(), violation.rule);
        let next = self.between.len();
        let index = *self.indices.entry(key).or_insert(next);
        let Some(known) = self.between.get_mut(index) else {
            return self.between.push(Between {
                violation,
                last: variant,
                variants: 1,
            });
        };
        known.variants += usize::from(known.last != variant);
        known.last = variant;
        // In some variants it may be accepted.
        let severity = known.violation.severity.min(violation.severity);
        known.violation.severity = severity;
        // The messages differ in values that were made up.
        if violation.message != known.violation.message {
            let description = violation.rule.description();
            description.clone_into(&mut known.violation.message);
            (known.violation.value, known.violation.limit) = (None, None);
        }
    }

    /// Whether a rule between members is violated in so many variants.
    pub(super) fn any_in_all(&self, variants: usize) -> bool {
        self.between.iter().any(|it| it.variants == variants)
    }

    /// The violations, if so many variants were checked.
    pub(super) fn into_violations(self, variants: usize) -> impl Iterator<Item = Violation> {
        let between = self.between.into_iter();
        let certain = between.filter(move |it| it.variants == variants);
        self.found.into_iter().chain(certain.map(|it| it.violation))
    }
}

/// Whether a violation depends on one value alone. Any other needs to be found in every variant.
fn is_of_one_value(violation: &Violation) -> bool {
    // A document is checked by itself.
    let in_document = violation.path.steps().contains(&Step::Embedded);
    match violation.rule {
        Rule::PlaceholderValue | Rule::ParameterUnused => false,
        Rule::Required => in_document,
        rule => in_document || !rule.compares_members(),
    }
}
