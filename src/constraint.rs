//! The limits of the model's simple shapes, each declared once.
//!
//! A constant is named like the model's shape. [`Member::constraint`](crate::facts::Member) says
//! which members it applies to.

pub(crate) mod arn;
mod documented;
mod documents;
mod limit;
mod limits;
mod pattern;

pub(crate) use self::documents::PLACEHOLDER_START;
#[cfg(feature = "proptest")]
pub(crate) use self::pattern::Run;
pub use self::{documented::Documented, documents::*, limits::*};
pub(crate) use self::{
    limit::Limit,
    pattern::{Mismatch, Pattern},
};

/// The limits of a simple shape, of a list or of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Constraint {
    /// The model's name of the shape.
    pub name: &'static str,
    /// What `min` and `max` count.
    pub counts: Counts,
    /// The minimum, inclusive.
    pub min: Option<f64>,
    /// The maximum, inclusive.
    pub max: Option<f64>,
    /// The regular expression that a whole string must match, as in the model.
    pub pattern: Option<&'static str>,
    /// The limits that the documentation adds to the model's.
    pub documented: Documented,
    /// The constraint of a list's elements.
    pub element: Option<&'static Constraint>,
    /// The constraint of a map's keys.
    pub key: Option<&'static Constraint>,
    /// The constraint of a map's values.
    pub value: Option<&'static Constraint>,
    /// Whether clients also send the number as a string of digits.
    pub digits_in_a_string: bool,
    /// Whether a timestamp is encoded in epoch milliseconds.
    pub milliseconds: bool,
    /// What `min`, `max` and the documentation allow together.
    pub(crate) limit: Limit,
    /// The compiled pattern.
    pub(crate) matcher: Option<Pattern>,
}

/// What the limits of a constraint count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Counts {
    /// The Unicode scalar values of a string.
    Characters,
    /// The bytes of a blob.
    Bytes,
    /// The value of a number itself.
    Value,
    /// The elements of a list or the entries of a map.
    Entries,
}

// `f64::from` is not const yet; every i32 and u32 is exact as a f64.
#[allow(clippy::cast_lossless)]
impl Constraint {
    const fn new(name: &'static str, counts: Counts) -> Self {
        Self {
            name,
            counts,
            min: None,
            max: None,
            pattern: None,
            documented: Documented::NOTHING,
            element: None,
            key: None,
            value: None,
            digits_in_a_string: false,
            milliseconds: false,
            limit: Limit::NONE,
            matcher: None,
        }
    }

    const fn string(name: &'static str) -> Self {
        Self::new(name, Counts::Characters)
    }

    const fn blob(name: &'static str) -> Self {
        Self::new(name, Counts::Bytes)
    }

    const fn integer(name: &'static str) -> Self {
        Self::new(name, Counts::Value)
    }

    const fn long(name: &'static str) -> Self {
        Self::new(name, Counts::Value)
    }

    const fn double(name: &'static str) -> Self {
        Self::new(name, Counts::Value)
    }

    const fn timestamp(name: &'static str) -> Self {
        Self::new(name, Counts::Value)
    }

    const fn list(name: &'static str) -> Self {
        Self::new(name, Counts::Entries)
    }

    const fn map(name: &'static str) -> Self {
        Self::new(name, Counts::Entries)
    }

    const fn min_length(mut self, min: u32) -> Self {
        self.min = Some(min as f64);
        self.limited()
    }

    const fn max_length(mut self, max: u32) -> Self {
        self.max = Some(max as f64);
        self.limited()
    }

    const fn length(self, min: u32, max: u32) -> Self {
        self.min_length(min).max_length(max)
    }

    const fn at_least(mut self, min: i32) -> Self {
        self.min = Some(min as f64);
        self.limited()
    }

    const fn at_most(mut self, max: i32) -> Self {
        self.max = Some(max as f64);
        self.limited()
    }

    const fn range(self, min: i32, max: i32) -> Self {
        self.at_least(min).at_most(max)
    }

    const fn double_range(mut self, min: f64, max: f64) -> Self {
        self.min = Some(min);
        self.max = Some(max);
        self.limited()
    }

    const fn pattern(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self.matcher = Some(Pattern::read(pattern));
        self
    }

    const fn documented(mut self, documented: Documented) -> Self {
        self.documented = documented;
        self.limited()
    }

    /// Combines the limits at compile time.
    const fn limited(mut self) -> Self {
        self.limit = Limit::of(self.counts, self.min, self.max, &self.documented);
        self
    }

    const fn of(mut self, element: &'static Constraint) -> Self {
        self.element = Some(element);
        self
    }

    const fn key(mut self, key: &'static Constraint) -> Self {
        self.key = Some(key);
        self
    }

    const fn entries(mut self, key: &'static Constraint, value: &'static Constraint) -> Self {
        self.value = Some(value);
        self.key(key)
    }

    const fn in_milliseconds(mut self) -> Self {
        self.milliseconds = true;
        self
    }

    const fn or_digits(mut self) -> Self {
        self.digits_in_a_string = true;
        self
    }

    /// Whether a string satisfies the limit of its length and the pattern.
    pub(crate) fn allows(&self, value: &str) -> bool {
        let matches = |matcher: &Pattern| matcher.check(value).is_ok();
        self.limit.allows_text(value) && self.matcher.as_ref().is_none_or(matches)
    }
}
