//! The ways in which a template can be deployed.
//!
//! Which branch a condition selects and whether a computed value is absent is known only at deployment. A
//! resource is checked once for each of several combinations, and a rule between members is violated if it is
//! violated in all of them.

use std::collections::HashMap;

/// A combination of what is known at deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Variant(u8);

/// The number of combinations.
const COUNT: u8 = 16;

/// What varies is true in the combinations whose number has an odd number of bits in common with its code. Any
/// three of these codes are independent: the combinations contain all eight cases of them.
const CODES: [u8; 8] = [1, 2, 4, 8, 7, 11, 13, 14];

impl Variant {
    /// Every combination.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self)
    }

    /// Whether it is the first combination.
    pub(super) fn is_first(self) -> bool {
        self.0 == 0
    }

    /// One of two cases of what has this number.
    pub(super) fn case(self, number: usize) -> bool {
        let code = CODES.get(number % CODES.len()).copied().unwrap_or_default();
        (self.0 & code).count_ones() % 2 == 1
    }

    /// One of several values.
    pub(super) fn pick<T>(self, values: &[T]) -> Option<&T> {
        values.get(usize::from(self.0) % values.len().max(1))
    }
}

/// The conditions of a resource, numbered in the order of their appearance.
#[derive(Default)]
pub(super) struct Conditions(HashMap<String, usize>);

impl Conditions {
    /// Whether there are conditions.
    pub(super) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// The number of the condition with this name.
    pub(super) fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.0.get(name) {
            return *number;
        }
        let number = self.0.len();
        self.0.insert(name.to_owned(), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{CODES, Variant};

    #[test]
    fn any_three_conditions_have_all_eight_combinations() {
        for one in 0..CODES.len() {
            for two in 0..one {
                for three in 0..two {
                    let cases = |variant: Variant| [one, two, three].map(|it| variant.case(it));
                    let combinations: HashSet<_> = Variant::all().map(cases).collect();
                    assert_eq!(combinations.len(), 8, "{one} {two} {three}");
                }
            }
        }
    }
}
