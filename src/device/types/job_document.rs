//! The job document as a device gets it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serializer, de};
use serde_json::value::RawValue;

use crate::{
    codec::{self, layout},
    error::Error,
    path::Path,
    shape::Kind,
    wire::{Context, Found, FromText, Walker, Wire, read_text, write_text},
};

/// What a job tells a device to do: any JSON, kept as text.
///
/// MQTT carries the document as a JSON value, HTTPS carries its text inside a string. A decoded
/// document goes out the way it came; a new one goes the way of the message it is put in. Documents
/// are equal if their texts are.
///
/// ```
/// use iot_jobs::{codec, device::types::{JobDocument, JobExecution}};
///
/// let over_mqtt: JobExecution = codec::from_str(r#"{"jobDocument": {"url": "https://h/p"}}"#)?;
/// let over_https: JobExecution = codec::from_str(r#"{"jobDocument": "{\"url\": \"https://h/p\"}"}"#)?;
/// assert_eq!(over_mqtt.job_document(), over_https.job_document());
///
/// #[derive(serde::Deserialize)]
/// struct Download<'a> {
///     url: &'a str,
/// }
/// let document = over_mqtt.job_document().expect("a document");
/// assert_eq!(document.parse::<Download<'_>>()?.url, "https://h/p");
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone)]
pub struct JobDocument {
    text: Box<str>,
    /// How it came, if it did.
    came: Option<Carried>,
}

/// How a document travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Carried {
    AsValue,
    InString,
}

impl JobDocument {
    /// A document of this JSON text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into().into_boxed_str(),
            came: None,
        }
    }

    /// The document's JSON text as it came.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Reads the document into a type of one's own, which may borrow from it.
    pub fn parse<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Error> {
        serde_json::from_str(&self.text).map_err(|cause| codec::foreign(&self.text, &cause))
    }
}

impl From<String> for JobDocument {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for JobDocument {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl AsRef<str> for JobDocument {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for JobDocument {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for JobDocument {}

// Documents carry presigned URLs, which must not end up in a log.
impl fmt::Debug for JobDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JobDocument({} bytes)", self.text.len())
    }
}

impl Wire for JobDocument {
    const KIND: Kind = Kind::Document;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        read_text(deserializer, DocumentText(at))
    }

    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let new = if context.mqtt {
            Carried::AsValue
        } else {
            Carried::InString
        };
        if self.came.unwrap_or(new) == Carried::AsValue
            // Text that is no JSON can only travel in a string.
            && let Ok(value) = serde_json::from_str::<&RawValue>(&self.text)
        {
            return write_text(serializer, layout::compact(value.get()));
        }
        serializer.serialize_str(&self.text)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Document(&self.text));
    }
}

struct DocumentText<'p>(&'p Path<'p>);

impl FromText for DocumentText<'_> {
    type Value = JobDocument;

    fn read<E: de::Error>(self, text: &str) -> Result<JobDocument, E> {
        if text.starts_with('"') {
            let content: String = serde_json::from_str(text)
                .map_err(|_| self.0.unfit("a string with half of a surrogate pair"))?;
            return Ok(JobDocument {
                text: content.into_boxed_str(),
                came: Some(Carried::InString),
            });
        }
        layout::check(text, self.0.depth()).map_err(|why| self.0.unfit(why))?;
        Ok(JobDocument {
            text: text.into(),
            came: Some(Carried::AsValue),
        })
    }
}
