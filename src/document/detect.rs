//! The schema of a document.

use std::{borrow::Cow, collections::HashMap, fmt};

use crate::{
    error::Error,
    json::{self, syntax},
    text,
};

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
    /// Any other JSON, in a format of the device's own software.
    Custom,
}

impl Schema {
    /// The schema's name in lower case.
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

/// The schema of a document, and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detected {
    /// The schema.
    pub schema: Schema,
    /// Why it is this schema, as text for people.
    pub reason: &'static str,
}

/// The schema of a document's JSON text.
pub(super) fn detect(text: &str) -> Result<Detected, Error> {
    syntax::check(text)?;
    let (schema, reason) = match members(text) {
        Some(members) => schema_of(&members),
        None => (Schema::Custom, "it is not an object"),
    };
    Ok(Detected { schema, reason })
}

/// A member of a document without a schema that is probably misspelt, and its right name: with this name the
/// document has a schema.
pub(crate) fn misspelt_member(text: &str) -> Option<(String, &'static str)> {
    const DISTINGUISHING: [&str; 3] = ["afr_ota", "steps", "operation"];

    let members = members(text)?;
    let mut names: Vec<_> = members.keys().collect();
    names.sort_unstable();
    names.into_iter().find_map(|name| {
        let meant = text::similar(name, DISTINGUISHING)?;
        let mut corrected = members.clone();
        let value = corrected.remove(name)?;
        corrected.insert(Cow::Borrowed(meant), value);
        let (schema, _) = schema_of(&corrected);
        (schema != Schema::Custom && !members.contains_key(meant))
            .then(|| (name.clone().into_owned(), meant))
    })
}

/// The members of an object, as JSON text; of members with equal names, the last.
type Members<'t> = HashMap<Cow<'t, str>, &'t str>;

/// The members of a JSON text that is an object.
fn members(text: &str) -> Option<Members<'_>> {
    Some(json::members(text).ok()?.into_iter().collect())
}

/// Whether an element of a JSON text that is an array is an object with this member.
fn any_element_has(array: &str, member: &str) -> bool {
    let elements = json::elements(array).unwrap_or_default();
    elements
        .into_iter()
        .filter_map(members)
        .any(|members| members.contains_key(member))
}

/// The schema, by the members that only its documents have.
fn schema_of(document: &Members<'_>) -> (Schema, &'static str) {
    let has = |member| document.contains_key(member);
    if has("afr_ota") {
        return (Schema::Ota, "it has `afr_ota`");
    }
    if let Some(steps) = document.get("steps") {
        if any_element_has(steps, "action") {
            return (Schema::Steps, "it has `steps` with an `action`");
        }
        if has("version") || has("finalStep") {
            return (
                Schema::Steps,
                "it has `steps`, and `version` or `finalStep`",
            );
        }
    }
    match document.get("operation") {
        // The device client processes every document with a version as a steps document.
        Some(_) if has("version") => (
            Schema::Custom,
            "it has `operation`, but also `version`, which operation documents do not have",
        ),
        Some(operation) if operation.starts_with('"') => {
            (Schema::Operation, "it has `operation` and no `version`")
        }
        Some(_) => (Schema::Custom, "it has `operation`, but not as a string"),
        None => (
            Schema::Custom,
            "it has none of `afr_ota`, `steps` with an `action`, and `operation`",
        ),
    }
}
