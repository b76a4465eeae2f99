//! Job documents, which describe what a job does on a device.
//!
//! Any JSON is a job document. Three schemas have types: documents of steps (the managed templates,
//! the AWS IoT Device Client), of one operation (older device clients, the jobs agent) and of
//! over-the-air updates (`FreeRTOS`).
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
mod serde;
mod size;
mod steps;
#[cfg(feature = "proptest")]
mod strategy;

use std::{fmt, str::FromStr};

#[cfg(feature = "proptest")]
pub(crate) use self::strategy::SCHEMAS;
pub(crate) use self::{
    check::{Repaired, check},
    detect::misspelt_member,
    size::is_too_large,
    steps::advice_on_last,
};
pub use self::{
    command::{Command, CommandError, CommandErrorKind},
    detect::{Detected, Schema},
    lenient::{Lenient, LenientBoolean, LenientInteger},
};
use crate::{
    codec,
    error::Error,
    report::{Options, Violation},
};

iot_jobs_macros::shapes! {
    steps: StepsDocument, Step, Condition, Action, ActionInput, enum ConditionType, enum ActionType;
    operation: OperationDocument;
    ota: OtaDocument, AfrOta, OtaFile;
}

/// A job document, decoded by its schema, with its text.
///
/// Through serde it is a nested value, or, if the document is a string, its text in a string. Both forms of
/// other documents are decoded.
///
/// ```
/// use iot_jobs::document::Document;
///
/// let document: Document = serde_json::from_str(r#"{"operation": "install"}"#)?;
/// let in_string: Document = serde_json::from_str(r#""{\"operation\": \"install\"}""#)?;
/// assert_eq!(document, in_string);
/// assert_eq!(serde_json::to_string(&document)?, r#"{"operation":"install"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Document {
    text: Box<str>,
    content: Content,
}

/// A decoded document, by its schema.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
// Documents are decoded one at a time, and patterns cannot match inside a box.
#[allow(clippy::large_enum_variant)]
pub enum Content {
    /// Steps.
    Steps(StepsDocument),
    /// One operation.
    Operation(OperationDocument),
    /// An over-the-air update.
    Ota(OtaDocument),
    /// Any other JSON; only the text is kept.
    Custom,
}

impl Document {
    /// The schema of a document's JSON text, and the reason.
    ///
    /// Only the members that distinguish the schemas are checked, so the document may violate its
    /// schema.
    ///
    /// # Errors
    ///
    /// Fails if the text is not JSON.
    pub fn detect(text: &str) -> Result<Detected, Error> {
        detect::detect(text)
    }

    /// All violations of the schema and of the placeholders in a document's JSON text, in the order of
    /// the text; [`places`](crate::codec::places) finds their lines.
    ///
    /// # Errors
    ///
    /// Fails if the text is not JSON.
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
        check(text, Options::default())
    }

    /// The document's JSON text, unchanged.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The decoded document.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The schema of the document.
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

// Documents contain presigned URLs, which must not be logged.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({}, {} bytes)", self.schema(), self.text.len())
    }
}
