//! What the model and the documentation together allow.

use std::fmt;

use crate::constraint::Constraint;

/// The numbers from `min` to `max`, both included, and perhaps one more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    min: f64,
    max: f64,
    /// NaN, which equals no number, where there is none.
    or: f64,
}

impl Limit {
    /// The narrower of the model's and the documentation's limits.
    pub(crate) fn of(constraint: &Constraint) -> Self {
        let documented = constraint.documented;
        let min = documented.min.map_or(f64::NEG_INFINITY, f64::from);
        let max = documented.max.map_or(f64::INFINITY, f64::from);
        Self {
            min: constraint.min.unwrap_or(min).max(min),
            max: constraint.max.unwrap_or(max).min(max),
            or: documented.or.map_or(f64::NAN, f64::from),
        }
    }

    /// The least, the most, and the one number besides, where there are any.
    #[cfg(any(feature = "schemars", feature = "proptest"))]
    pub(crate) fn bounds(&self) -> [Option<f64>; 3] {
        [self.min, self.max, self.or].map(|bound| bound.is_finite().then_some(bound))
    }

    /// Whether a number lies within; NaN does not.
    // The one number besides the range is whole, and compared as it is.
    #[allow(clippy::float_cmp)]
    pub(super) fn allows(&self, number: f64) -> bool {
        (self.min <= number && number <= self.max) || number == self.or
    }

    /// Whether a count lies within.
    // A count that a f64 cannot hold exactly is far from any limit.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn allows_count(&self, count: usize) -> bool {
        self.allows(count as f64)
    }

    /// Whether a string has an allowed number of characters.
    pub(super) fn allows_text(&self, text: &str) -> bool {
        // The characters are only counted near a limit: they are a quarter of the bytes, or more.
        (self.allows_count(text.len().div_ceil(4)) && self.allows_count(text.len()))
            || self.allows_count(text.chars().count())
    }

    /// Whether nothing at all is too little.
    pub(super) fn has_min(&self) -> bool {
        self.min > 0.0
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { min, max, or } = self;
        // No size is below zero, so a least of zero says nothing.
        match (*min > 0.0, max.is_finite()) {
            (true, true) => write!(f, "{min} to {max}")?,
            (true, false) => write!(f, "at least {min}")?,
            _ => write!(f, "at most {max}")?,
        }
        if or.is_nan() {
            return Ok(());
        }
        write!(f, ", or {or}")
    }
}
