//! The limits of the model and of the documentation, combined.

use std::fmt;

use super::{Counts, Documented};

/// The numbers from `min` to `max`, inclusive, and possibly one more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Limit {
    min: f64,
    max: f64,
    /// One more number that is allowed; `min`, if there is none.
    also_allowed: f64,
}

impl Limit {
    /// Every number.
    pub(super) const NONE: Self = Self {
        min: f64::NEG_INFINITY,
        max: f64::INFINITY,
        also_allowed: f64::NEG_INFINITY,
    };

    /// The narrower of the limits of the model, `min` and `max`, and of the documentation.
    // `f64::from` is not const yet; every i32 is exact as a f64.
    #[allow(clippy::cast_lossless, clippy::float_cmp)]
    pub(super) const fn of(
        counts: Counts,
        min: Option<f64>,
        max: Option<f64>,
        documented: &Documented,
    ) -> Self {
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
        // No size is negative, so a minimum of zero adds nothing.
        if limit.min == 0.0 && !matches!(counts, Counts::Value) {
            limit.min = f64::NEG_INFINITY;
        }
        limit.also_allowed = match documented.also_allowed {
            Some(number) => number as f64,
            None => limit.min,
        };
        limit
    }

    /// The minimum, the maximum, and the one number that is also allowed.
    #[cfg(any(feature = "schemars", feature = "proptest"))]
    pub(crate) fn bounds(&self) -> [Option<f64>; 3] {
        let [min, max] = [self.min, self.max].map(|bound| bound.is_finite().then_some(bound));
        [min, max, self.also_allowed()]
    }

    /// The one number that is allowed outside the range.
    // It is compared with the number that it was set to.
    #[allow(clippy::float_cmp)]
    fn also_allowed(&self) -> Option<f64> {
        (self.also_allowed != self.min).then_some(self.also_allowed)
    }

    /// Whether a number is allowed; NaN is not.
    // The number outside the range is an integer, which an f64 represents exactly.
    #[allow(clippy::float_cmp)]
    pub(crate) fn allows(&self, number: f64) -> bool {
        (self.min <= number && number <= self.max) || number == self.also_allowed
    }

    /// Whether a count is allowed.
    // A count that an f64 cannot represent exactly is far from any limit.
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

    /// Whether the text of the limit ends with the number 1, so that its unit is singular.
    // Limits are integers here, which an f64 represents exactly.
    #[allow(clippy::float_cmp)]
    pub(crate) fn ends_with_one(&self) -> bool {
        let last = if self.max.is_finite() {
            self.max
        } else {
            self.min
        };
        self.also_allowed().unwrap_or(last) == 1.0
    }

    /// Whether a count of zero is too small.
    pub(crate) fn has_min(&self) -> bool {
        self.min > 0.0
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { min, max, .. } = self;
        match (min.is_finite(), max.is_finite()) {
            (true, true) => write!(f, "{min} to {max}")?,
            (true, false) => write!(f, "at least {min}")?,
            _ => write!(f, "at most {max}")?,
        }
        match self.also_allowed() {
            Some(number) => write!(f, ", or {number}"),
            None => Ok(()),
        }
    }
}
