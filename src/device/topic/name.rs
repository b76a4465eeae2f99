//! The names that stand in topics, checked once when they are made.

use std::{borrow::Cow, fmt, str::FromStr};

use super::error::{Expected, TopicError};
use crate::constraint::{Constraint, JOB_ID, NAMESPACE_ID, THING_NAME};

/// What a name may be; its limits are those of the model.
#[derive(Debug, PartialEq)]
pub(super) struct Rule {
    what: &'static str,
    constraint: Constraint,
    /// What is allowed besides ASCII letters and digits.
    marks: &'static str,
}

// A rule is a constant, and none of its limits is NaN.
impl Eq for Rule {}

pub(super) static THING: Rule = Rule {
    what: "a thing name",
    constraint: THING_NAME,
    marks: ":_-",
};
pub(super) static JOB: Rule = Rule {
    what: "a job name",
    constraint: JOB_ID,
    marks: "_-",
};
pub(super) static NAMESPACE: Rule = Rule {
    what: "a namespace",
    constraint: NAMESPACE_ID,
    marks: "_-",
};

impl Rule {
    pub(super) fn allows(&self, character: char) -> bool {
        character.is_ascii_alphanumeric() || self.marks.contains(character)
    }

    fn holds_for(&self, name: &str) -> bool {
        let length = u32::try_from(name.len()).map_or(f64::INFINITY, f64::from);
        // Every allowed character is a byte, so the bytes of a name are its characters.
        name.chars().all(|character| self.allows(character))
            && length >= self.min()
            && self.constraint.max.is_none_or(|max| length <= max)
    }

    /// The patterns ask for a character even where the model gives no minimum.
    fn min(&self) -> f64 {
        self.constraint.min.unwrap_or(1.0)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.what, self.min())?;
        match self.constraint.max {
            Some(max) => write!(f, " to {max} characters")?,
            None => f.write_str(" or more characters")?,
        }
        let class = self.constraint.pattern.unwrap_or_default();
        write!(f, " of {}", class.trim_end_matches('+'))
    }
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $rule:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<'a>(Cow<'a, str>);

        impl<'a> $name<'a> {
            /// Takes the name if it is one; a borrowed text stays borrowed.
            pub fn new(name: impl Into<Cow<'a, str>>) -> Result<Self, TopicError> {
                let name = name.into();
                if $rule.holds_for(&name) {
                    Ok(Self(name))
                } else {
                    Err(TopicError::new(Some(&name), Expected::Name(&$rule)))
                }
            }

            /// The name as it stands in topics.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The name with its own text, to be kept longer than what it was read from.
            pub fn into_owned(self) -> $name<'static> {
                $name(Cow::Owned(self.0.into_owned()))
            }
        }

        impl<'a> From<&'a $name<'_>> for $name<'a> {
            fn from(name: &'a $name<'_>) -> Self {
                Self(Cow::Borrowed(&name.0))
            }
        }

        impl<'a> TryFrom<&'a str> for $name<'a> {
            type Error = TopicError;

            fn try_from(name: &'a str) -> Result<Self, TopicError> {
                Self::new(name)
            }
        }

        impl FromStr for $name<'static> {
            type Err = TopicError;

            fn from_str(name: &str) -> Result<Self, TopicError> {
                $name::new(name).map($name::into_owned)
            }
        }

        impl AsRef<str> for $name<'_> {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name<'_> {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name<'_> {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($name), self.0)
            }
        }
    };
}

name! {
    /// The name of a thing: 1 to 128 letters, digits, `:`, `-` and `_`.
    ///
    /// ```
    /// use iot_jobs::device::topic::ThingName;
    ///
    /// assert_eq!(ThingName::new("hall:lamp-1")?, "hall:lamp-1");
    /// assert_eq!(
    ///     ThingName::new("hall/lamp").unwrap_err().to_string(),
    ///     r#"found "hall/lamp" with '/', expected a thing name of 1 to 128 characters of [a-zA-Z0-9:_-]"#
    /// );
    /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
    /// ```
    ThingName, THING
}

name! {
    /// The name of a job: 1 to 64 letters, digits, `-` and `_`.
    JobId, JOB
}

name! {
    /// The namespace of a job, such as `aws-gg-deployment`: letters, digits, `-` and `_`.
    NamespaceId, NAMESPACE
}
