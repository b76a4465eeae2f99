//! An event whose kind only its payload tells, as when a rule forwards it without its topic.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use super::{EventType, JobEvent, JobExecutionEvent};
use crate::{
    codec,
    error::{Category, Error},
};

/// An event of either kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// An event of a job.
    Job(JobEvent),
    /// An event of a job execution.
    JobExecution(JobExecutionEvent),
}

impl Event {
    /// Decodes JSON in UTF-8 as the event that its `eventType` names; without one it is an error.
    ///
    /// ```
    /// use iot_jobs::event::Event;
    ///
    /// let event = Event::from_slice(br#"{"jobId": "j", "eventType": "JOB", "operation": "deleted"}"#)?;
    /// assert!(matches!(event, Event::Job(event) if event.job_id() == Some("j")));
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn from_slice(json: &[u8]) -> Result<Self, Error> {
        let head: Head = serde_json::from_slice(json).unwrap_or_default();
        match head.0 {
            Some(EventType::JobExecution) => codec::from_slice(json).map(Self::JobExecution),
            Some(EventType::Unknown(other)) => Err(unknown(&format!(
                "expected \"JOB\" or \"JOB_EXECUTION\", found {}",
                codec::shown(other.as_str())
            ))),
            // Where the head could not be read either, this says why.
            known => {
                let event = codec::from_slice(json)?;
                known.ok_or_else(|| unknown("this member is needed to tell the kind of event"))?;
                Ok(Self::Job(event))
            }
        }
    }
}

fn unknown(message: &str) -> Error {
    Error::new(Category::Data, "eventType", message)
}

/// The member that tells the kind of event.
#[derive(Default)]
struct Head(Option<EventType>);

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(HeadVisitor)
    }
}

struct HeadVisitor;

impl<'de> Visitor<'de> for HeadVisitor {
    type Value = Head;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head, A::Error> {
        let mut head = Head(None);
        while let Some(name) = map.next_key::<String>()? {
            if name == "eventType" {
                head.0 = map.next_value()?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(head)
    }
}
