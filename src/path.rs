//! Where a value is inside a payload.
//!
//! A [`Path`] is a list of steps and is compared by them; its text is for display only. While a payload is
//! decoded or walked, the place is a `PathRef`: a chain of borrowed steps on the stack, which costs
//! nothing unless there is an error.

mod display;
mod name;
mod reference;

use std::borrow::Cow;

pub use self::name::Name;
pub(crate) use self::reference::{Fault, Order, PathRef, Problem, Trace};

/// The place of a value inside a payload, as a list of steps from the whole.
///
/// Two paths are equal if their steps are. `Display` writes `job.abortConfig.criteriaList[0].action`, and
/// `$` for the whole; `document → steps[0]` is a value of the JSON text in the string `document`. It shortens paths of more than 24 steps and names of more than 64 characters, and leaves
/// out the queries of URLs, so different paths can have the same text. Comparing with a string compares that text, for use in tests.
///
/// ```
/// use iot_jobs::Path;
///
/// let path = Path::root().member("steps").index(0).member("action");
/// assert_eq!(path.to_string(), "steps[0].action");
/// assert_eq!(path, "steps[0].action");
/// assert_eq!(Path::root().to_string(), "$");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Path {
    steps: Vec<Step>,
}

/// One step of a [`Path`].
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// A member of a structure or an entry of a map, by its name in JSON.
    Member(Name),
    /// An element of a list, by its index.
    Index(usize),
    /// The JSON text in a string, as a whole: the steps after this one are inside of that text.
    Embedded,
}

impl Path {
    /// The path of the whole payload.
    pub const fn root() -> Self {
        Self { steps: Vec::new() }
    }

    /// The path of a member or a map's entry below this one.
    #[must_use]
    pub fn member(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.steps.push(Step::Member(name.into().into()));
        self
    }

    /// The path of a list's element below this one.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// The path of the JSON text in the string at this path, such as a job document in a request.
    ///
    /// ```
    /// use iot_jobs::{Path, codec};
    ///
    /// let version = Path::root().member("document").embedded().member("version");
    /// assert_eq!(version.to_string(), "document → version");
    ///
    /// let text = r#"{"document": "{\"version\": 7}"}"#;
    /// assert_eq!(codec::locate(text, &version), Some((1, 29)));
    /// ```
    #[must_use]
    pub fn embedded(mut self) -> Self {
        self.steps.push(Step::Embedded);
        self
    }

    /// The path of a value inside the value at this path.
    #[must_use]
    pub fn join(mut self, inner: &Self) -> Self {
        self.steps.extend_from_slice(&inner.steps);
        self
    }

    /// The steps from the whole down to the value.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether this is the path of the whole payload.
    pub fn is_root(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether this is the path of a value inside the value at `outer`, or of that value itself.
    pub fn starts_with(&self, outer: &Self) -> bool {
        self.steps.starts_with(&outer.steps)
    }
}
