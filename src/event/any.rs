//! An event of either kind, as its member `eventType` says.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{
        self, DeserializeSeed, Error as _, IntoDeserializer, MapAccess, Visitor,
        value::{MapAccessDeserializer, StringDeserializer},
    },
};
use serde_json::Value;

use super::{EventType, JobEvent, JobExecutionEvent};
use crate::{
    codec,
    error::{Category, Error},
    json::{self, Occurrence, Reader},
    path::Path,
    text,
};

/// The member that says what an event is about.
const EVENT_TYPE: &str = "eventType";

/// An event of a job or of a job execution.
///
/// Through serde, numbers in unknown members before `eventType` may lose digits;
/// [`from_slice`](Event::from_slice) keeps them. Events that AWS IoT sends start with `eventType`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// An event of a job.
    Job(JobEvent),
    /// An event of a job execution.
    JobExecution(JobExecutionEvent),
}

impl Event {
    /// Decodes an event from JSON in UTF-8.
    ///
    /// ```
    /// use iot_jobs::event::Event;
    ///
    /// let event = Event::from_slice(br#"{"jobId": "j", "eventType": "JOB", "operation": "deleted"}"#)?;
    /// assert!(matches!(event, Event::Job(event) if event.job_id() == Some("j")));
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not JSON, not a valid event, or has no `eventType` that this version knows.
    pub fn from_slice(json: &[u8]) -> Result<Self, Error> {
        match find_type(json) {
            Some(EventType::JobExecution) => codec::from_slice(json).map(Self::JobExecution),
            Some(EventType::Unknown(other)) => Err(type_error(unknown_type(other.as_str()))),
            Some(EventType::Job) => codec::from_slice(json).map(Self::Job),
            None => {
                // If the text or its `eventType` is malformed, this returns the error.
                codec::from_slice::<JobEvent>(json)?;
                Err(type_error(MISSING_TYPE))
            }
        }
    }
}

/// The value of `eventType`, wherever it is among the members.
fn find_type(json: &[u8]) -> Option<EventType> {
    let text = std::str::from_utf8(json).ok()?;
    let path = Path::root().member(EVENT_TYPE);
    let (value, _) = json::find(text, path.steps(), Occurrence::First)?;
    Reader::new(value)
        .string()
        .ok()
        .map(|value| EventType::from(&*value))
}

fn type_error(message: impl Into<String>) -> Error {
    Error::new(Category::Data, Path::root().member(EVENT_TYPE), message)
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Job(event) => event.serialize(serializer),
            Self::JobExecution(event) => event.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EventVisitor)
    }
}

const MISSING_TYPE: &str = "this member is required to determine the type of event";

fn unknown_type(found: &str) -> String {
    format!(
        "expected \"JOB\" or \"JOB_EXECUTION\", found {}",
        text::quoted(found)
    )
}

fn event_type<E: de::Error>(value: &Value) -> Result<Option<EventType>, E> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(EventType::from(text.as_str()))),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            let found = text::describe_json(&value.to_string());
            Err(E::custom(format!(
                "{EVENT_TYPE}: expected a string, found {found}"
            )))
        }
    }
}

struct EventVisitor;

impl<'de> Visitor<'de> for EventVisitor {
    type Value = Event;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object (event)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut rest: A) -> Result<Event, A::Error> {
        let mut before = Vec::new();
        let event_type = loop {
            match rest.next_key::<String>()? {
                None => return Err(A::Error::custom(format!("{EVENT_TYPE}: {MISSING_TYPE}"))),
                Some(name) if name == EVENT_TYPE => break event_type(&rest.next_value()?)?,
                Some(name) => before.push((name, rest.next_value()?)),
            }
        };
        let text = event_type.as_ref().map(EventType::as_str);
        before.push((EVENT_TYPE.to_owned(), text.into()));
        let members = MapAccessDeserializer::new(Members {
            before: before.into_iter(),
            value: None,
            rest,
        });
        match event_type {
            Some(EventType::JobExecution) => {
                JobExecutionEvent::deserialize(members).map(Event::JobExecution)
            }
            Some(EventType::Unknown(other)) => {
                let message = unknown_type(other.as_str());
                Err(A::Error::custom(format!("{EVENT_TYPE}: {message}")))
            }
            Some(EventType::Job) => JobEvent::deserialize(members).map(Event::Job),
            None => Err(A::Error::custom(format!("{EVENT_TYPE}: {MISSING_TYPE}"))),
        }
    }

    // The default message shows the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<Event, E> {
        Err(E::custom("expected an object, found a string"))
    }
}

/// The members of an event: those up to `eventType`, which have been read, and then the rest.
struct Members<A> {
    before: std::vec::IntoIter<(String, Value)>,
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let Some((name, value)) = self.before.next() else {
            return self.rest.next_key_seed(seed);
        };
        self.value = Some(value);
        let name: StringDeserializer<A::Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}
