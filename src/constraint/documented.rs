//! Limits that the model leaves out and the service's documentation states.

/// What the documentation adds to a constraint of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Documented {
    /// The minimum, inclusive, of what the constraint counts.
    pub min: Option<i32>,
    /// The maximum, inclusive.
    pub max: Option<i32>,
    /// A number that is allowed in addition to those from `min` to `max`.
    pub also_allowed: Option<i32>,
    /// The maximum number of bytes of a string in UTF-8.
    pub max_bytes: Option<usize>,
    /// The maximum number of decimals of a number.
    pub decimals: Option<u8>,
    /// Whether the pattern is advisory: published payloads do not match it, so a mismatch is a warning.
    pub advisory_pattern: bool,
    /// The types of resource that an ARN may name; empty for strings that need not be ARNs.
    pub resources: &'static [&'static str],
}

impl Documented {
    pub(super) const NOTHING: Self = Self {
        min: None,
        max: None,
        also_allowed: None,
        max_bytes: None,
        decimals: None,
        advisory_pattern: false,
        resources: &[],
    };

    pub(super) const fn at_least(mut self, min: i32) -> Self {
        self.min = Some(min);
        self
    }

    pub(super) const fn at_most(mut self, max: i32) -> Self {
        self.max = Some(max);
        self
    }

    pub(super) const fn also_allowed(mut self, number: i32) -> Self {
        self.also_allowed = Some(number);
        self
    }

    pub(super) const fn bytes(mut self, max: usize) -> Self {
        self.max_bytes = Some(max);
        self
    }

    pub(super) const fn decimals(mut self, decimals: u8) -> Self {
        self.decimals = Some(decimals);
        self
    }

    pub(super) const fn advisory_pattern(mut self) -> Self {
        self.advisory_pattern = true;
        self
    }

    pub(super) const fn resources(mut self, resources: &'static [&'static str]) -> Self {
        self.resources = resources;
        self
    }
}
