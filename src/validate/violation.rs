//! What validation finds.

use std::fmt;

use super::Rule;
use crate::codec::shown;

/// A value that the service would refuse, or may not take as it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where it stands, such as `abortConfig.criteriaList[0].thresholdPercentage`; `$` for the whole.
    pub path: String,
    /// What it violates.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The start of the value, at most 64 characters; `None` where there is no value to show.
    pub value: Option<String>,
    /// What is allowed, where that is a limit.
    pub limit: Option<String>,
    /// What is wrong and what would be right, without the path.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            rule,
            severity,
            message,
            ..
        } = self;
        write!(f, "{severity}: {path}: {message} ({rule})")
    }
}

/// How bad a violation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
// Two, and no third: a match on it may be exhaustive.
#[allow(clippy::exhaustive_enums)]
pub enum Severity {
    /// The service may well accept it, but it is unusual, without effect, or not documented.
    Warning,
    /// The service refuses it.
    Error,
}

impl Severity {
    /// `warning` or `error`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The violations of a value that is not valid, at least one of them an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    pub(super) fn check(violations: Vec<Violation>) -> Result<(), Self> {
        let error = |violation: &Violation| violation.severity == Severity::Error;
        if violations.iter().any(error) {
            return Err(Self(violations));
        }
        Ok(())
    }

    /// The violations in document order, warnings among them.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A violation a line.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// The start of a text that stands in a message without quotes: no more than 64 characters, nothing
/// behind a `?`.
pub(crate) fn start(text: &str) -> String {
    const LONGEST: usize = 64;
    let path = text.split_once('?').map_or(text, |(path, _)| path);
    let mut start: String = path.chars().take(LONGEST).collect();
    if start.len() < text.len() {
        start.truncate(
            start
                .char_indices()
                .nth(LONGEST - 1)
                .map_or(start.len(), |(end, _)| end),
        );
        start.push('…');
    }
    start
}

/// A number as it is shown: very large and very small ones with an exponent, not with all their zeros.
pub(crate) fn number(number: f64) -> String {
    if number == 0.0 || (1e-7..1e21).contains(&number.abs()) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

/// A string as it is shown: in quotes, at most 64 characters, nothing behind the `?` of a URL.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 64;
    let mut shown = shown(text);
    // Escapes such as `\u{200b}` make the quoted text longer than what it quotes.
    if let Some((cut, _)) = shown.char_indices().nth(LONGEST - 1)
        && shown.chars().nth(LONGEST).is_some()
    {
        shown.truncate(cut);
        shown.push('…');
    }
    shown
}
