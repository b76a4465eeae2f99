//! Strings: text, bytes in base64, and other values in strings.

use serde_json::{Value, json};

use super::{
    Object,
    limits::{self, Keywords},
    pattern::translated,
};
use crate::constraint::{Constraint, PLACEHOLDER_START, arn};

/// The limits of a string in code points.
const LENGTH: Keywords = ["minLength", "maxLength"];

/// Any string.
pub(super) fn any() -> Object {
    let mut schema = Object::new();
    schema.insert("type".to_owned(), "string".into());
    schema
}

/// A string of this constraint.
pub(super) fn of(constraint: Option<&Constraint>) -> Object {
    let mut schema = any();
    limits::add(&mut schema, constraint, LENGTH);
    let Some(constraint) = constraint else {
        return schema;
    };
    // A schema has no warnings, so it omits an advisory pattern.
    let binding = constraint
        .pattern
        .filter(|_| !constraint.documented.advisory_pattern);
    let pattern = binding.map(translated);
    let resources = constraint.documented.resources;
    let arn = (!resources.is_empty()).then(|| arn::pattern(resources));
    let mut patterns = pattern.into_iter().chain(arn);
    if let Some(first) = patterns.next() {
        schema.insert("pattern".to_owned(), first.into());
    }
    let more: Vec<Value> = patterns.map(|more| json!({ "pattern": more })).collect();
    if !more.is_empty() {
        schema.insert("allOf".to_owned(), more.into());
    }
    schema
}

/// Any JSON value; a string has the length that the constraint allows.
pub(super) fn document(constraint: Option<&Constraint>) -> Object {
    let mut schema = Object::new();
    limits::add(&mut schema, constraint, LENGTH);
    schema
}

/// Bytes, in padded base64.
pub(super) fn base64(constraint: Option<&Constraint>) -> Object {
    let mut schema = any();
    schema.insert("contentEncoding".to_owned(), "base64".into());
    let groups = "(?:[A-Za-z0-9+/]{4})*";
    let rest = "(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
    schema.insert("pattern".to_owned(), format!("^{groups}{rest}$").into());
    // Three bytes, or the one or two that remain, are four characters. A maximum could not be exact to the
    // byte, and no blob of the models has one.
    if let Some([Some(min), ..]) = constraint.map(|constraint| constraint.limit.bounds()) {
        let quads = (min / 3.0).ceil();
        #[allow(clippy::cast_possible_truncation)] // Counts of characters are far from 2^63.
        let characters = quads as i64 * 4;
        schema.insert("minLength".to_owned(), characters.into());
    }
    schema
}

/// The pattern of a string of digits.
pub(super) const DIGITS: &str = "^[0-9]+$";

/// The pattern of a string with a number.
pub(super) const NUMBER: &str = r"^-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$";

/// The pattern of a string with a boolean or a placeholder in it.
pub(super) fn boolean_or_placeholder() -> String {
    format!("^(?:true|false)$|{}", placeholder())
}

/// The pattern of a string with a number or a placeholder in it.
pub(super) fn number_or_placeholder() -> String {
    format!("{NUMBER}|{}", placeholder())
}

fn placeholder() -> String {
    PLACEHOLDER_START.replace('$', r"\$").replace('{', r"\{")
}
