//! Which schema a document follows.

use std::fmt;

use serde_json::Value;

use crate::{codec, error::Error};

/// A schema of job documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Schema {
    /// Steps: [`StepsDocument`](super::StepsDocument).
    Steps,
    /// One operation: [`OperationDocument`](super::OperationDocument).
    Operation,
    /// An over-the-air update: [`OtaDocument`](super::OtaDocument).
    Ota,
    /// Anything else, which only the device's own program understands.
    Custom,
}

impl Schema {
    /// The schema's name in one word, in small letters.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Operation => "operation",
            Self::Ota => "ota",
            Self::Custom => "custom",
        }
    }
}

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The schema of a document, and what it shows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detected {
    /// The schema.
    pub schema: Schema,
    /// What it shows by, for people.
    pub why: &'static str,
}

/// The schema of a document's JSON text.
pub(super) fn detect(text: &str) -> Result<Detected, Error> {
    let document: Value =
        serde_json::from_str(text).map_err(|cause| codec::foreign(text, &cause))?;
    let (schema, why) = verdict(&document);
    Ok(Detected { schema, why })
}

/// The schema by the members that only documents of it have.
fn verdict(document: &Value) -> (Schema, &'static str) {
    let has = |member| document.get(member).is_some();
    if !document.is_object() {
        return (Schema::Custom, "it is not an object");
    }
    if has("afr_ota") {
        return (Schema::Ota, "it has `afr_ota`");
    }
    if let Some(steps) = document.get("steps") {
        let mut steps = steps.as_array().into_iter().flatten();
        if steps.any(|step| step.get("action").is_some()) {
            return (Schema::Steps, "it has `steps` with an `action`");
        }
        if has("version") || has("finalStep") {
            return (Schema::Steps, "it has `steps` beside `version` or `finalStep`");
        }
    }
    match document.get("operation") {
        // The device client takes every document with a version for one of steps.
        Some(_) if has("version") => (
            Schema::Custom,
            "it has `operation`, but also `version`, which documents of one operation lack",
        ),
        Some(Value::String(_)) => (Schema::Operation, "it has `operation` and no `version`"),
        Some(_) => (Schema::Custom, "it has `operation`, but not as a string"),
        None => (
            Schema::Custom,
            "it has none of `afr_ota`, `steps` with an `action`, and `operation`",
        ),
    }
}
