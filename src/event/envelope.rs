//! Events inside the messages of Amazon SQS and Amazon SNS.
//!
//! A rule of AWS IoT forwards events to a queue or to a topic. What a program receives is one of:
//!
//! | received | function |
//! |---|---|
//! | the body of an SQS message: the event itself, or the SNS notification with it | [`from_body`] |
//! | an SNS notification over HTTPS | [`from_body`] |
//! | the input of an AWS Lambda function with `Records` of SQS or SNS | [`from_records`] |
//!
//! A subscription with raw message delivery leaves out the SNS notification. The action of an IoT rule
//! that sends to SQS must not use Base64 (`useBase64`).
//!
//! ```
//! use iot_jobs::event::{Event, envelope};
//!
//! let body = br#"{"Type": "Notification", "MessageId": "22b80b92", "TopicArn": "arn:aws:sns:us-east-1:123456789012:events",
//!     "Message": "{\"eventType\": \"JOB\", \"operation\": \"completed\", \"jobId\": \"firmware-7\"}"}"#;
//! let event = envelope::from_body(body)?;
//! assert!(matches!(event, Event::Job(event) if event.job_id() == Some("firmware-7")));
//!
//! let input = br#"{"Records": [{"messageId": "059f36b4", "eventSource": "aws:sqs",
//!     "body": "{\"eventType\": \"JOB_EXECUTION\", \"jobId\": 7}"}]}"#;
//! for event in envelope::from_records(input)? {
//!     assert_eq!(
//!         event.unwrap_err().to_string(),
//!         "Records[0].body.jobId: expected a string, found number 7 \
//!          (line 1 column 41 of the JSON in `body`)"
//!     );
//! }
//! # Ok::<(), iot_jobs::Error>(())
//! ```

use std::borrow::Cow;

use super::Event;
use crate::{
    error::{Category, Error},
    json::{self, Reader, syntax},
    path::Path,
    text::{self, Position},
};

/// Decodes an event, or the SNS notification that contains it.
///
/// # Errors
///
/// If the text is neither. The path of an error starts in the notification: `Message.jobId`.
pub fn from_body(body: &[u8]) -> Result<Event, Error> {
    match std::str::from_utf8(body) {
        Ok(text) => event_or_notification(text),
        Err(_) => Event::from_slice(body),
    }
}

/// Decodes the events of the `Records` that AWS Lambda passes to a function, in their order.
///
/// A record that is not an event is an error of its own, so that the function can report it alone, as
/// in `batchItemFailures`.
///
/// # Errors
///
/// If the text is not a JSON object with a list `Records`. The path of a record's error leads through
/// its envelopes: `Records[0].body.Message.jobId`.
pub fn from_records(input: &[u8]) -> Result<Vec<Result<Event, Error>>, Error> {
    let Ok(text) = std::str::from_utf8(input) else {
        return Err(Error::new(Category::Syntax, Path::root(), "invalid UTF-8"));
    };
    syntax::check(text)?;
    let input = Envelope::new(text, Path::root());
    if json::members(text).is_err() {
        return Err(input.unexpected_self("an object"));
    }
    let records = input.member("Records")?;
    let elements =
        json::elements(records).map_err(|_| input.unexpected("Records", records, "an array"))?;
    let list = Path::root().member("Records");
    Ok(elements
        .into_iter()
        .enumerate()
        .map(|(index, record)| event_of_record(record, list.clone().index(index)))
        .collect())
}

fn event_of_record(record: &str, path: Path) -> Result<Event, Error> {
    const EXPECTED: &str = "expected a record of SQS (with `body`) or SNS (with `Sns`)";
    // The position of every record would take quadratic time; the index identifies it.
    let envelope = Envelope::new(record, path).without_positions();
    if json::members(record).is_err() {
        return Err(envelope.unexpected_self("an object"));
    }
    if envelope.find("body")?.is_some() {
        let body = envelope.string("body")?;
        return event_or_notification(&body).map_err(|error| envelope.embedded("body", &error));
    }
    let Some(sns) = envelope.find("Sns")? else {
        return Err(Error::new(Category::Data, envelope.path, EXPECTED));
    };
    let envelope = Envelope::new(sns, envelope.path.member("Sns")).without_positions();
    if json::members(sns).is_err() {
        return Err(envelope.unexpected_self("an object"));
    }
    notification(&envelope)
}

fn event_or_notification(text: &str) -> Result<Event, Error> {
    if syntax::check(text).is_ok() && json::members(text).is_ok() {
        let envelope = Envelope::new(text, Path::root());
        if envelope.find("eventType")?.is_none() && envelope.find("Type")?.is_some() {
            return notification(&envelope);
        }
    }
    Event::from_slice(text.as_bytes())
}

fn notification(envelope: &Envelope<'_>) -> Result<Event, Error> {
    const NOTIFICATION: &str = "Notification";
    if envelope.string("Type")? != NOTIFICATION {
        let found = envelope.member("Type")?;
        return Err(envelope.unexpected("Type", found, "\"Notification\""));
    }
    let message = envelope.string("Message")?;
    Event::from_slice(message.as_bytes()).map_err(|error| envelope.embedded("Message", &error))
}

/// An object around an event.
struct Envelope<'t> {
    json: &'t str,
    path: Path,
    /// Whether errors have positions in the text of this object.
    positions: bool,
}

impl<'t> Envelope<'t> {
    const fn new(json: &'t str, path: Path) -> Self {
        Self {
            json,
            path,
            positions: true,
        }
    }

    fn without_positions(mut self) -> Self {
        self.positions = false;
        self
    }

    /// The value of a member, which must not appear twice.
    fn find(&self, name: &'static str) -> Result<Option<&'t str>, Error> {
        let members = json::members(self.json).unwrap_or_default();
        let mut values = members.into_iter().filter(|(found, _)| found == name);
        let value = values.next().map(|(_, value)| value);
        match values.next() {
            None => Ok(value),
            Some((_, second)) => {
                let error = self.error(name, "this member appears twice");
                Err(self.positioned(error, second))
            }
        }
    }

    /// The value of a member that is required.
    fn member(&self, name: &'static str) -> Result<&'t str, Error> {
        self.find(name)?
            .ok_or_else(|| self.error(name, "this required member is missing"))
    }

    /// The content of a required member that is a string.
    fn string(&self, name: &'static str) -> Result<Cow<'t, str>, Error> {
        let value = self.member(name)?;
        let string = Reader::new(value).string();
        string.map_err(|_| self.unexpected(name, value, "a string"))
    }

    fn unexpected(&self, name: &'static str, value: &str, expected: &str) -> Error {
        let found = text::describe_json(value);
        let error = self.error(name, format!("expected {expected}, found {found}"));
        self.positioned(error, value)
    }

    /// An error about a part of this object's text.
    fn positioned(&self, error: Error, part: &str) -> Error {
        if !self.positions {
            return error;
        }
        let start = self.json.as_ptr().addr();
        let offset = part.as_ptr().addr().saturating_sub(start);
        error.at(Position::of(self.json, offset))
    }

    fn unexpected_self(&self, expected: &str) -> Error {
        let found = text::describe_json(self.json.trim_start());
        let message = format!("expected {expected}, found {found}");
        let error = Error::new(Category::Data, self.path.clone(), message);
        self.positioned(error, self.json.trim_start())
    }

    /// The error of JSON text in a string, whose positions differ from those in the input.
    fn embedded(&self, name: &'static str, error: &Error) -> Error {
        let message = match (error.line(), error.column()) {
            (Some(line), Some(column)) => format!(
                "{} (line {line} column {column} of the JSON in `{name}`)",
                error.message()
            ),
            _ => error.message().to_owned(),
        };
        let path = self.path.clone().member(name).join(error.path());
        Error::new(error.category(), path, message)
    }

    fn error(&self, name: &'static str, message: impl Into<String>) -> Error {
        Error::new(Category::Data, self.path.clone().member(name), message)
    }
}
