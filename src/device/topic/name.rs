//! The names in topics, validated when they are created.

use std::{borrow::Cow, fmt, str::FromStr};

use super::{
    error::{Expected, TopicError},
    name_kind::NameKind,
};

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $kind:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<'a>(Cow<'a, str>);

        impl<'a> $name<'a> {
            /// Validates the name; a borrowed text stays borrowed.
            pub fn new(name: impl Into<Cow<'a, str>>) -> Result<Self, TopicError> {
                let name = name.into();
                if NameKind::$kind.accepts(&name) {
                    Ok(Self(name))
                } else {
                    Err(TopicError::new(Some(&name), Expected::Name(NameKind::$kind)))
                }
            }

            /// The text in the topic.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The name with an owned text.
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
    ThingName, Thing
}

name! {
    /// The name of a job: 1 to 64 letters, digits, `-` and `_`.
    JobId, Job
}

name! {
    /// The namespace of a job, such as `aws-gg-deployment`: letters, digits, `-` and `_`.
    NamespaceId, Namespace
}
