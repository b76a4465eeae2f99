//! The violations of a resource in all variants of its deployment.

use std::collections::{HashMap, HashSet, hash_map::Entry};

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
    index: HashMap<(Path, Rule, String), usize>,
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
        let message = match violation.rule {
            // A string can have several placeholders.
            Rule::PlaceholderValue | Rule::ParameterUnused => violation.message.clone(),
            _ => String::new(),
        };
        let key = (violation.path.clone(), violation.rule, message);
        match self.index.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(self.between.len());
                self.between.push(Between {
                    violation,
                    last: variant,
                    variants: 1,
                });
            }
            Entry::Occupied(entry) => {
                if let Some(known) = self.between.get_mut(*entry.get()) {
                    known.add(variant, &violation);
                }
            }
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

impl Between {
    /// Adds the same violation in another variant.
    fn add(&mut self, variant: Variant, violation: &Violation) {
        self.variants += usize::from(self.last != variant);
        self.last = variant;
        // In some variants it may be accepted.
        self.violation.severity = self.violation.severity.min(violation.severity);
        // The messages differ in assumed values.
        if violation.message != self.violation.message {
            let description = violation.rule.description();
            description.clone_into(&mut self.violation.message);
            (self.violation.value, self.violation.limit) = (None, None);
        }
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
