//! Topic filters for subscriptions.

mod family;
mod set;

use std::{fmt, str::FromStr};

pub use self::family::Stage;
use super::{TopicError, level::Levels};

/// An MQTT topic filter, as a client subscribes with it.
///
/// There is a constructor for [each family of topics](Filter::update), and for the shortest sets of
/// filters of [an agent](Filter::agent) and of
/// [everything that the service publishes to a thing](Filter::published_to). Any other filter can be parsed.
///
/// ```
/// use iot_jobs::device::topic::{Filter, Stage, ThingName};
///
/// let thing = ThingName::new("lamp")?;
/// let filter = Filter::update(Some(&thing), None, Stage::Accepted);
/// assert_eq!(filter.as_str(), "$aws/things/lamp/jobs/+/update/accepted");
/// assert!(filter.matches("$aws/things/lamp/jobs/firmware-7/update/accepted"));
///
/// let filter: Filter = "$aws/things/lamp/jobs/#".parse()?;
/// assert!(filter.matches("$aws/things/lamp/jobs/notify"));
/// # Ok::<(), iot_jobs::device::topic::TopicError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Filter(Box<str>);

impl Filter {
    /// The text to subscribe with.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the filter matches a topic, by the rules of MQTT.
    ///
    /// `+` matches one level and `#` any number of levels; as the first level, neither matches a level
    /// that starts with `$`. A text that contains a wildcard is not a topic and never matches.
    pub fn matches(&self, topic: &str) -> bool {
        if topic.is_empty() || topic.contains(['+', '#', '\0']) {
            return false;
        }
        if topic.starts_with('$') && self.0.starts_with(['+', '#']) {
            return false;
        }
        let mut levels = topic.split('/');
        for pattern in self.0.split('/') {
            if pattern == "#" {
                return true;
            }
            match levels.next() {
                Some(level) if pattern == "+" || pattern == level => {}
                _ => return false,
            }
        }
        levels.next().is_none()
    }
}

impl FromStr for Filter {
    type Err = TopicError;

    /// Parses any filter that MQTT allows, of AWS IoT Jobs or not.
    fn from_str(text: &str) -> Result<Self, TopicError> {
        let mut levels = Levels::of(text);
        let mut level = levels.next();
        if text.is_empty() {
            return Err(level.not("a topic filter of at least one character"));
        }
        while let Some(found) = level.text {
            let next = levels.next();
            if found.contains('\0') {
                return Err(level.not("no character U+0000"));
            }
            if found.contains('#') && (found != "#" || next.text.is_some()) {
                return Err(level.not(r##""#" by itself in the last level only"##));
            }
            if found.contains('+') && found != "+" {
                return Err(level.not(r#""+" by itself in its level"#));
            }
            level = next;
        }
        Ok(Self(text.into()))
    }
}

impl From<Filter> for String {
    fn from(filter: Filter) -> Self {
        filter.0.into()
    }
}

impl AsRef<str> for Filter {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filter({:?})", self.0)
    }
}
