//! What a rule means, with examples.

/// What a rule means and why it exists, with an example that violates it and one that does not.
///
/// ```
/// use iot_jobs::{check::Checks, types::TimeoutConfig, validate::Rule};
///
/// let explanation = Rule::Range.explanation();
/// assert_eq!(explanation.shape, Some("TimeoutConfig"));
/// let checked = Checks::new().check::<TimeoutConfig>(explanation.wrong);
/// assert_eq!(checked.violations[0].rule, Rule::Range);
/// assert!(Checks::new().check::<TimeoutConfig>(explanation.right).passes());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// What violates the rule, and whether that is an error or a warning.
    pub meaning: &'static str,
    /// Why the service or a device requires it.
    pub reason: &'static str,
    /// The shape of the examples, with the name that `catalog::find_shape` takes; `None` for job documents, whose schema
    /// is detected.
    pub shape: Option<&'static str>,
    /// JSON text that violates only this rule; `…` in it stands for 40 000 characters.
    pub wrong: &'static str,
    /// JSON text without violations.
    pub right: &'static str,
}
