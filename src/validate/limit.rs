//! What the model and the documentation together allow.

use std::fmt;

use crate::constraint::Constraint;

/// The numbers from `min` to `max`, both included, and perhaps one more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    pub(crate) or: Option<f64>,
}

impl Limit {
    /// The narrower of the model's and the documentation's limits.
    pub(crate) fn of(constraint: &Constraint) -> Self {
        let documented = constraint.documented;
        let narrower = |one: Option<f64>, other: Option<i32>, pick: fn(f64, f64) -> f64| {
            let other = other.map(f64::from);
            one.zip(other)
                .map_or(one.or(other), |(one, other)| Some(pick(one, other)))
        };
        Self {
            min: narrower(constraint.min, documented.min, f64::max),
            max: narrower(constraint.max, documented.max, f64::min),
            or: documented.or.map(f64::from),
        }
    }

    /// Whether a number lies within; NaN does not.
    pub(super) fn allows(&self, number: f64) -> bool {
        let above = self.min.is_none_or(|min| number >= min);
        let below = self.max.is_none_or(|max| number <= max);
        (above && below && !number.is_nan()) || self.or == Some(number)
    }

    /// Whether a count lies within.
    // A count that a f64 cannot hold exactly is far from any limit.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn allows_count(&self, count: usize) -> bool {
        self.allows(count as f64)
    }

    /// Whether a string of so many bytes has an allowed number of characters, if that is certain.
    pub(super) fn allows_text(&self, text: &str) -> bool {
        let (fewest, most) = (text.len().div_ceil(4), text.len());
        // Counting the characters is only needed near a limit.
        (self.allows_count(fewest) && self.allows_count(most))
            || self.allows_count(text.chars().count())
    }

    /// Whether anything is below the limit.
    pub(super) fn has_min(&self) -> bool {
        self.min.is_some_and(|min| min > 0.0)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (Some(min), Some(max)) if min > 0.0 || max <= 0.0 => write!(f, "{min} to {max}")?,
            (Some(min), None) => write!(f, "at least {min}")?,
            (_, Some(max)) => write!(f, "at most {max}")?,
            (None, None) => f.write_str("a number")?,
        }
        match self.or {
            Some(or) => write!(f, ", or {or}"),
            None => Ok(()),
        }
    }
}
