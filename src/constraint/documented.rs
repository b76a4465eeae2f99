//! Limits that the model leaves out and the service's documentation states.

/// What the documentation adds to a constraint of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Documented {
    /// The least that is allowed, inclusive, of what the constraint counts.
    pub min: Option<i32>,
    /// The most that is allowed, inclusive.
    pub max: Option<i32>,
    /// A number that is allowed besides those from `min` to `max`.
    pub or: Option<i32>,
    /// The most bytes of a string in UTF-8.
    pub max_bytes: Option<usize>,
    /// The most decimals of a number.
    pub decimals: Option<u8>,
    /// Whether published payloads break the pattern, so that doing so is only a warning.
    pub loose_pattern: bool,
    /// The types of resource that an ARN may name; none for strings that need not be ARNs.
    pub resources: &'static [&'static str],
}

impl Documented {
    pub(super) const NOTHING: Self = Self {
        min: None,
        max: None,
        or: None,
        max_bytes: None,
        decimals: None,
        loose_pattern: false,
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

    pub(super) const fn or(mut self, number: i32) -> Self {
        self.or = Some(number);
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

    pub(super) const fn loose_pattern(mut self) -> Self {
        self.loose_pattern = true;
        self
    }

    pub(super) const fn resources(mut self, resources: &'static [&'static str]) -> Self {
        self.resources = resources;
        self
    }
}
