//! What the model and the documentation together allow.

use std::fmt;

use super::Documented;

/// The numbers from `min` to `max`, both included, and perhaps one more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Limit {
    min: f64,
    max: f64,
    /// The same as `min`, which is allowed in any case, where there is none.
    or: f64,
}

impl Limit {
    /// Every number.
    pub(super) const NONE: Self = Self {
        min: f64::NEG_INFINITY,
        max: f64::INFINITY,
        or: f64::NEG_INFINITY,
    };

    /// The narrower of the model's limits, which are given, and the documentation's.
    // `f64::from` is not const yet; every i32 is exact as a f64.
    #[allow(clippy::cast_lossless)]
    pub(super) const fn of(min: Option<f64>, max: Option<f64>, documented: &Documented) -> Self {
        let mut limit = Self::NONE;
        if let Some(min) = min {
            limit.min = min;
        }
        if let Some(max) = max {
            limit.max = max;
        }
        if let Some(min) = documented.min {
            limit.min = limit.min.max(min as f64);
        }
        if let Some(max) = documented.max {
            limit.max = limit.max.min(max as f64);
        }
        limit.or = match documented.or {
            Some(or) => or as f64,
            None => limit.min,
        };
        limit
    }

    /// The least, the most, and the one number besides, where there are any.
    #[cfg(any(feature = "schemars", feature = "proptest"))]
    pub(crate) fn bounds(&self) -> [Option<f64>; 3] {
        let [min, max] = [self.min, self.max].map(|bound| bound.is_finite().then_some(bound));
        [min, max, self.or()]
    }

    /// The one number that is allowed besides those in the range.
    // It is compared with the very number that it was set to.
    #[allow(clippy::float_cmp)]
    fn or(&self) -> Option<f64> {
        (self.or != self.min).then_some(self.or)
    }

    /// Whether a number lies within; NaN does not.
    // The one number besides the range is whole, and compared as it is.
    #[allow(clippy::float_cmp)]
    pub(crate) fn allows(&self, number: f64) -> bool {
        (self.min <= number && number <= self.max) || number == self.or
    }

    /// Whether a count lies within.
    // A count that a f64 cannot hold exactly is far from any limit.
    #[allow(clippy::cast_precision_loss)]
    pub(crate) fn allows_count(&self, count: usize) -> bool {
        self.allows(count as f64)
    }

    /// Whether a string has an allowed number of characters.
    pub(crate) fn allows_text(&self, text: &str) -> bool {
        // The characters are only counted near a limit: they are a quarter of the bytes, or more.
        (self.allows_count(text.len().div_ceil(4)) && self.allows_count(text.len()))
            || self.allows_count(text.chars().count())
    }

    /// Whether nothing at all is too little.
    pub(crate) fn has_min(&self) -> bool {
        self.min > 0.0
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { min, max, .. } = self;
        // No size is below zero, so a least of zero says nothing.
        match (*min > 0.0, max.is_finite()) {
            (true, true) => write!(f, "{min} to {max}")?,
            (true, false) => write!(f, "at least {min}")?,
            _ => write!(f, "at most {max}")?,
        }
        match self.or() {
            Some(or) => write!(f, ", or {or}"),
            None => Ok(()),
        }
    }
}
