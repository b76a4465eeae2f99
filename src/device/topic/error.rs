//! The error of a text that is not a topic, a name or a filter.

use std::fmt;

use super::name_kind::NameKind;

/// The maximum number of characters of a level in a message; an invalid character after them is the 64th.
const SHOWN: usize = 63;

/// A text is not a topic of AWS IoT Jobs, not a name, or not a topic filter.
///
/// The message states the level, counted from 1, what was found there and what was expected. It shows
/// at most 64 characters of the text.
///
/// ```
/// use iot_jobs::device::topic::Topic;
///
/// let error = Topic::parse("$aws/things/lamp/jobs/start-next/accept").unwrap_err();
/// assert_eq!(error.level(), Some(6));
/// assert!(!error.is_other_service());
///
/// let error = Topic::parse("$aws/things/lamp/shadow/get").unwrap_err();
/// assert!(error.is_other_service());
/// assert_eq!(
///     error.to_string(),
///     r#"not an IoT Jobs topic: level 4: found "shadow", expected "jobs""#
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct TopicError(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    other_service: bool,
    level: Option<usize>,
    found: Found,
    expected: Expected,
}

#[derive(Clone, PartialEq, Eq)]
enum Found {
    /// The end of the topic.
    End,
    Text {
        start: Box<str>,
        /// The number of characters of the whole text.
        length: usize,
        /// The first character that the expected name may not have.
        invalid: Option<char>,
    },
}

/// What is allowed in a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// What is described in words.
    Words(&'static str),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A name.
    Name(NameKind),
    /// A name, or what is described in words.
    NameOr(NameKind, &'static str),
    /// A name directly after this prefix.
    Prefixed(&'static str, NameKind),
}

impl TopicError {
    /// An error without a level; `None` is the end of a topic.
    pub(super) fn new(found: Option<&str>, expected: Expected) -> Self {
        let found = found.map_or(Found::End, |text| Found::Text {
            // The query of a presigned URL contains its signature.
            start: text.chars().take_while(|c| *c != '?').take(SHOWN).collect(),
            length: text.chars().count(),
            invalid: expected.invalid_character(text),
        });
        Self(Box::new(Inner {
            other_service: false,
            level: None,
            found,
            expected,
        }))
    }

    pub(super) fn at(mut self, level: usize) -> Self {
        self.0.level = Some(level);
        self
    }

    pub(super) fn other_service(mut self) -> Self {
        self.0.other_service = true;
        self
    }

    /// Whether the text is a topic outside AWS IoT Jobs, such as one of a device shadow.
    ///
    /// Otherwise it starts like a Jobs topic and is malformed, or it is a name or a filter.
    pub fn is_other_service(&self) -> bool {
        self.0.other_service
    }

    /// The level of the error, from 1; `None` for a name outside a topic.
    pub fn level(&self) -> Option<usize> {
        self.0.level
    }
}

impl Expected {
    fn invalid_character(self, text: &str) -> Option<char> {
        match self {
            Expected::Words(_) | Expected::OneOf(_) => None,
            Expected::Name(kind) | Expected::NameOr(kind, _) => kind.invalid_character(text),
            Expected::Prefixed(prefix, kind) => kind.invalid_character(text.strip_prefix(prefix)?),
        }
    }
}

impl fmt::Display for TopicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            other_service,
            level,
            found,
            expected,
        } = &*self.0;
        if *other_service {
            f.write_str("not an IoT Jobs topic: ")?;
        }
        if let Some(level) = level {
            write!(f, "level {level}: ")?;
        }
        match found {
            Found::End => f.write_str("found the end of the topic")?,
            Found::Text { length: 0, .. } if level.is_some() => {
                f.write_str("found an empty level")?;
            }
            Found::Text { length: 0, .. } => f.write_str("found nothing")?,
            Found::Text {
                start,
                length,
                invalid,
            } => {
                write!(f, "found {start:?}")?;
                if *length > start.chars().count() {
                    write!(f, "… of {length} characters")?;
                }
                if let Some(invalid) = invalid {
                    write!(f, " with {invalid:?}")?;
                }
            }
        }
        write!(f, ", expected {expected}")
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Words(words) => f.write_str(words),
            Expected::OneOf(words) => {
                let mut between = "one of ";
                words.iter().try_for_each(|word| {
                    write!(f, "{between}{word:?}")?;
                    between = ", ";
                    Ok(())
                })
            }
            Expected::Name(kind) => write!(f, "{kind}"),
            Expected::NameOr(kind, words) => write!(f, "{kind}, or {words}"),
            Expected::Prefixed(prefix, kind) => write!(f, "{prefix:?} and {kind}"),
        }
    }
}

impl fmt::Debug for TopicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TopicError({self})")
    }
}

impl std::error::Error for TopicError {}
