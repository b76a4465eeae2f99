//! The job document as a device receives it.

#[cfg(feature = "aws-sdk-iotjobsdataplane")]
mod aws_sdk;
#[cfg(feature = "proptest")]
mod strategy;

use std::fmt;

use serde::Deserialize;

use crate::{
    constraint::Constraint,
    error::Error,
    facts::Kind,
    json::syntax,
    path::PathRef,
    wire::{Context, Decoder, Encoder, FromJson, Json, Value, Walk, Wire},
};

/// A job document: any JSON, kept as text.
///
/// Over MQTT the document is a JSON value, over HTTPS its text is in a string. A decoded
/// document is encoded in the form in which it was received; a new one, in the form of the message that
/// contains it. Documents are equal if their texts are.
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
    /// The form in which it was received, if it was.
    received: Option<Form>,
}

/// The form of a document in a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// As a JSON value, over MQTT.
    Value,
    /// As text in a string, over HTTPS.
    InString,
}

impl JobDocument {
    /// A document of this JSON text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into().into_boxed_str(),
            received: None,
        }
    }

    /// The document's JSON text, unchanged.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Decodes the document into a type of the caller's, which may borrow from it.
    ///
    /// # Errors
    ///
    /// Fails if the text is not JSON, or not JSON that the type allows.
    pub fn parse<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Error> {
        serde_json::from_str(&self.text).map_err(|cause| syntax::foreign_error(&self.text, &cause))
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

// Documents contain presigned URLs, which must not be logged.
impl fmt::Debug for JobDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JobDocument({} bytes)", self.text.len())
    }
}

impl FromJson for JobDocument {
    const KIND: Kind = Kind::Document;

    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(match json {
            Json::String(text) => Self {
                text: text.into(),
                received: Some(Form::InString),
            },
            Json::Other(text) => Self {
                text: text.into(),
                received: Some(Form::Value),
            },
        })
    }
}

impl Wire for JobDocument {
    const KIND: Kind = Kind::Document;

    #[cfg(feature = "proptest")]
    const SCHEMAS: &'static [&'static crate::facts::Structure] = crate::document::SCHEMAS;

    #[inline]
    fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
        decoder.json()
    }

    fn encode<E: Encoder>(&self, encoder: E, context: Context) -> Result<E::Ok, E::Error> {
        let form = self.received.unwrap_or(if context.mqtt {
            Form::Value
        } else {
            Form::InString
        });
        encoder.document(&self.text, form == Form::Value)
    }

    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>) {
        walk.value(at, constraint, Value::Document(&self.text));
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
