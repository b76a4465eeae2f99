//! The trait of all generated values.

/// A value with simpler values.
pub(in crate::strategy) trait Simplify: Clone {
    /// Whether no value is simpler.
    fn is_simplest(&self) -> bool;

    /// The simplest value.
    fn simplest(&self) -> Self;

    /// One of the simpler values other than `simplest`.
    ///
    /// Each is strictly simpler, so that shrinking ends. Large simplifications come first.
    fn simpler(&self, steps: &mut Steps) -> Option<Self>;
}

/// How many simpler values to skip.
pub(in crate::strategy) struct Steps(usize);

impl Steps {
    pub(in crate::strategy) fn skip(count: usize) -> Self {
        Self(count)
    }

    /// The index of the first of the next `count` values that is not skipped; `None` if all are skipped.
    pub(super) fn nth_of(&mut self, count: usize) -> Option<usize> {
        if self.0 < count {
            return Some(self.0);
        }
        self.0 -= count;
        None
    }
}

/// How many times a number can be halved until it is zero.
pub(super) fn halvings(number: usize) -> usize {
    (usize::BITS - number.leading_zeros()) as usize
}
