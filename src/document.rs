//! Job documents: what a job tells a device to do.
//!
//! Any JSON is a job document. Three schemas are known and typed: documents of steps (the managed
//! templates, the AWS IoT Device Client), of one operation (older device clients, the jobs agent)
//! and of over-the-air updates (`FreeRTOS`).
//!
//! ```
//! use iot_jobs::document::{Content, Document, Schema};
//!
//! let text = r#"{"operation": "install", "packageName": "logger"}"#;
//! assert_eq!(Document::detect(text)?.schema, Schema::Operation);
//!
//! let document: Document = text.parse()?;
//! let Content::Operation(operation) = document.content() else { unreachable!() };
//! assert_eq!(operation.operation(), "install");
//! assert_eq!(operation.unknown_members().get("packageName"), Some(r#""logger""#));
//! assert_eq!(document.as_str(), text);
//! # Ok::<(), iot_jobs::Error>(())
//! ```
//!
//! New documents are built like every other shape:
//!
//! ```
//! use iot_jobs::{codec, document::{Action, ActionInput, ActionType, Step, StepsDocument}};
//!
//! let reboot = Action::builder()
//!     .name("Reboot")
//!     .r#type(ActionType::RunHandler)
//!     .input(ActionInput::builder().handler("reboot.sh").build())
//!     .ignore_step_failure(true)
//!     .build()?;
//! let document = StepsDocument::builder()
//!     .version("1.0")
//!     .steps(Step::builder().action(reboot).build()?)
//!     .build()?;
//! assert_eq!(
//!     codec::to_string(&document)?,
//!     concat!(
//!         r#"{"version":"1.0","steps":[{"action":{"name":"Reboot","type":"runHandler","#,
//!         r#""input":{"handler":"reboot.sh"},"ignoreStepFailure":"true"}}]}"#,
//!     )
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod command;
mod detect;
mod lenient;
pub mod managed_template;
mod operation;
mod ota;
pub mod placeholder;
mod problem;
mod steps;

use std::{fmt, str::FromStr};

pub use self::{
    command::{Command, CommandError, CommandErrorKind},
    detect::{Detected, Schema},
    lenient::{Lenient, LenientBoolean, LenientInteger},
};
use crate::{codec, error::Error, validate::Violation};

iot_jobs_macros::shapes! {
    steps: StepsDocument, Step, Condition, Action, ActionInput, enum ConditionType, enum ActionType;
    operation: OperationDocument;
    ota: OtaDocument, AfrOta, OtaFile;
}

/// A job document, read by the schema that it follows, with its text as it came.
#[derive(Clone, PartialEq)]
pub struct Document {
    text: Box<str>,
    content: Content,
}

/// What a document says, by its schema.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
// Documents are read one at a time, and a box would stand in the way of matching.
#[allow(clippy::large_enum_variant)]
pub enum Content {
    /// Steps.
    Steps(StepsDocument),
    /// One operation.
    Operation(OperationDocument),
    /// An over-the-air update.
    Ota(OtaDocument),
    /// Something that only the device's own program understands; the text is all there is.
    Custom,
}

impl Document {
    /// The schema that a document's JSON text follows, and what it shows by.
    ///
    /// A document of a schema need not be a good one: this looks at the members that tell the
    /// schemas apart and at nothing else. Only text that is not JSON is an error.
    pub fn detect(text: &str) -> Result<Detected, Error> {
        detect::detect(text)
    }

    /// Everything that is wrong with a document's JSON text by the schema that it follows, and with
    /// its placeholders, in the order of the text; [`locate`](crate::codec::locate) finds the lines.
    ///
    /// Only text that is not JSON is an error.
    ///
    /// ```
    /// use iot_jobs::document::Document;
    ///
    /// let text = r#"{"steps": [{"action": {"name": 7, "type": "runCommand", "input": {"command": "ls -l"}}}]}"#;
    /// let found: Vec<_> = Document::check(text)?.into_iter().map(|found| found.path).collect();
    /// assert_eq!(found, ["version", "steps[0].action.name", "steps[0].action.input.command"]);
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn check(text: &str) -> Result<Vec<Violation>, Error> {
        check::check(text)
    }

    /// The document's JSON text as it came.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the document says.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The schema that the document follows.
    pub fn schema(&self) -> Schema {
        match self.content {
            Content::Steps(_) => Schema::Steps,
            Content::Operation(_) => Schema::Operation,
            Content::Ota(_) => Schema::Ota,
            Content::Custom => Schema::Custom,
        }
    }
}

impl FromStr for Document {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let content = match Self::detect(text)?.schema {
            Schema::Steps => Content::Steps(codec::from_str(text)?),
            Schema::Operation => Content::Operation(codec::from_str(text)?),
            Schema::Ota => Content::Ota(codec::from_str(text)?),
            Schema::Custom => Content::Custom,
        };
        Ok(Self {
            text: text.into(),
            content,
        })
    }
}

// Documents carry presigned URLs, which must not end up in a log.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({}, {} bytes)", self.schema(), self.text.len())
    }
}
