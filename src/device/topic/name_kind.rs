//! The kinds of names in topics, each with its constraint.

use std::fmt;

use crate::constraint::{Constraint, JOB_ID, Mismatch, NAMESPACE_ID, THING_NAME};

/// What a name in a topic is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    Thing,
    Job,
    Namespace,
}

impl NameKind {
    const fn noun(self) -> &'static str {
        match self {
            NameKind::Thing => "a thing name",
            NameKind::Job => "a job name",
            NameKind::Namespace => "a namespace",
        }
    }

    const fn constraint(self) -> &'static Constraint {
        match self {
            NameKind::Thing => &THING_NAME,
            NameKind::Job => &JOB_ID,
            NameKind::Namespace => &NAMESPACE_ID,
        }
    }

    /// Whether the text is a name of this kind.
    pub(super) fn accepts(self, text: &str) -> bool {
        let Constraint { limit, matcher, .. } = self.constraint();
        limit.allows_text(text)
            && matcher
                .as_ref()
                .is_none_or(|pattern| pattern.check(text).is_ok())
    }

    /// The first character that no name of this kind may have.
    pub(super) fn invalid_character(self, text: &str) -> Option<char> {
        match self.constraint().matcher.as_ref()?.check(text) {
            Err(Mismatch::At(_, character)) => Some(character),
            Err(Mismatch::TooShort) | Ok(()) => None,
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let constraint = self.constraint();
        // The patterns need a character even where the model states no minimum.
        write!(f, "{} of {}", self.noun(), constraint.min.unwrap_or(1.0))?;
        match constraint.max {
            Some(max) => write!(f, " to {max} characters")?,
            None => f.write_str(" or more characters")?,
        }
        let class = constraint.pattern.unwrap_or_default();
        write!(f, " of {}", class.trim_end_matches('+'))
    }
}
