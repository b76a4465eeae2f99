//! Which schema a document follows.

use std::{collections::HashMap, fmt};

use serde_json::value::RawValue;

use crate::{codec::scan, error::Error};

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

/// The members of an object, as JSON text.
type Members<'t> = HashMap<String, &'t RawValue>;

/// The schema of a document's JSON text.
pub(super) fn detect(text: &str) -> Result<Detected, Error> {
    let document = scan::check(text)?;
    let (schema, why) = match members(document) {
        Some(members) => verdict(&members),
        None => (Schema::Custom, "it is not an object"),
    };
    Ok(Detected { schema, why })
}

fn members(value: &RawValue) -> Option<Members<'_>> {
    serde_json::from_str(value.get()).ok()
}

/// The schema by the members that only documents of it have.
fn verdict(document: &Members<'_>) -> (Schema, &'static str) {
    let has = |member| document.contains_key(member);
    if has("afr_ota") {
        return (Schema::Ota, "it has `afr_ota`");
    }
    if let Some(steps) = document.get("steps") {
        let steps: Vec<&RawValue> = serde_json::from_str(steps.get()).unwrap_or_default();
        let mut steps = steps.into_iter().filter_map(members);
        if steps.any(|step| step.contains_key("action")) {
            return (Schema::Steps, "it has `steps` with an `action`");
        }
        if has("version") || has("finalStep") {
            return (
                Schema::Steps,
                "it has `steps` beside `version` or `finalStep`",
            );
        }
    }
    match document.get("operation") {
        // The device client takes every document with a version for one of steps.
        Some(_) if has("version") => (
            Schema::Custom,
            "it has `operation`, but also `version`, which documents of one operation lack",
        ),
        Some(operation) if operation.get().starts_with('"') => {
            (Schema::Operation, "it has `operation` and no `version`")
        }
        Some(_) => (Schema::Custom, "it has `operation`, but not as a string"),
        None => (
            Schema::Custom,
            "it has none of `afr_ota`, `steps` with an `action`, and `operation`",
        ),
    }
}
