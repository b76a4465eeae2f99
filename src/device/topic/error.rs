//! Why a text is not a topic, a name or a filter.

use std::fmt;

use super::name::Rule;

/// The longest part of a level that is shown, in characters; a character behind it may be the 64th.
const SHOWN: usize = 63;

/// A text is not a topic of AWS IoT Jobs, not a name, or not a topic filter.
///
/// The message says at which level the text went wrong, counted from 1, what stood there and what
/// may stand there. It shows at most 64 characters of the text.
///
/// ```
/// use iot_jobs::device::topic::Topic;
///
/// let error = Topic::parse("$aws/things/lamp/jobs/start-next/accept").unwrap_err();
/// assert_eq!(error.level(), Some(6));
/// assert!(!error.is_foreign());
///
/// let error = Topic::parse("$aws/things/lamp/shadow/get").unwrap_err();
/// assert!(error.is_foreign());
/// assert_eq!(
///     error.to_string(),
///     r#"not an IoT Jobs topic: level 4: found "shadow", expected "jobs""#
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct TopicError(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    foreign: bool,
    level: Option<usize>,
    found: Found,
    expected: Expected,
}

#[derive(Clone, PartialEq, Eq)]
enum Found {
    /// The text ended before.
    End,
    Text {
        start: Box<str>,
        /// The characters of all of it.
        length: usize,
        /// The first character that the expected name may not have.
        odd: Option<char>,
    },
}

/// What may stand in a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// What these words say.
    Words(&'static str),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A name.
    Name(&'static Rule),
    /// A name, or what these words say.
    NameOr(&'static Rule, &'static str),
    /// A name directly behind this prefix.
    Prefixed(&'static str, &'static Rule),
}

impl TopicError {
    /// An error about a text that stands by itself, or about the end of a topic.
    pub(super) fn new(found: Option<&str>, expected: Expected) -> Self {
        let found = found.map_or(Found::End, |text| Found::Text {
            // Behind a `?` a presigned URL has its signature.
            start: text.chars().take_while(|c| *c != '?').take(SHOWN).collect(),
            length: text.chars().count(),
            odd: expected.odd_in(text),
        });
        Self(Box::new(Inner {
            foreign: false,
            level: None,
            found,
            expected,
        }))
    }

    pub(super) fn at(mut self, level: usize) -> Self {
        self.0.level = Some(level);
        self
    }

    pub(super) fn foreign(mut self) -> Self {
        self.0.foreign = true;
        self
    }

    /// Whether the text is no topic of AWS IoT Jobs at all, such as one of a shadow.
    ///
    /// Otherwise it begins like a Jobs topic and something in it is wrong, or it is a name or a
    /// filter.
    pub fn is_foreign(&self) -> bool {
        self.0.foreign
    }

    /// The level that is wrong, from 1; `None` for a name that stands by itself.
    pub fn level(&self) -> Option<usize> {
        self.0.level
    }
}

impl Expected {
    fn odd_in(self, text: &str) -> Option<char> {
        let (name, rule) = match self {
            Expected::Words(_) | Expected::OneOf(_) => return None,
            Expected::Name(rule) | Expected::NameOr(rule, _) => (text, rule),
            Expected::Prefixed(prefix, rule) => (text.strip_prefix(prefix)?, rule),
        };
        name.chars().find(|c| !rule.allows(*c))
    }
}

impl fmt::Display for TopicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            foreign,
            level,
            found,
            expected,
        } = &*self.0;
        if *foreign {
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
            Found::Text { start, length, odd } => {
                write!(f, "found {start:?}")?;
                if *length > start.chars().count() {
                    write!(f, "… of {length} characters")?;
                }
                if let Some(odd) = odd {
                    write!(f, " with {odd:?}")?;
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
            Expected::Name(rule) => write!(f, "{rule}"),
            Expected::NameOr(rule, words) => write!(f, "{rule}, or {words}"),
            Expected::Prefixed(prefix, rule) => write!(f, "{prefix:?} and {rule}"),
        }
    }
}

impl fmt::Debug for TopicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TopicError({self})")
    }
}

impl std::error::Error for TopicError {}
