//! Replacing the values of JSON that a shape does not decode, with a violation for each.

use aws_smithy_types::{Blob, DateTime};
use serde_json::{Map, Value};

use crate::{
    constraint::{Constraint, PLACEHOLDER_START},
    document::{LenientBoolean, LenientInteger},
    facts::{Kind, Structure},
    path::PathRef,
    report::{Finding, Rule, Violation},
    text,
    wire::{Wire, serde::SerdeDecoder},
};

/// Replaces every value that is absent or of the wrong kind.
pub(super) fn repair(value: &mut Value, kind: Kind) -> Vec<Violation> {
    let mut violations = Vec::new();
    repair_value(value, kind, None, &PathRef::root(), &mut violations);
    violations
}

fn repair_value(
    value: &mut Value,
    kind: Kind,
    constraint: Option<&'static Constraint>,
    at: &PathRef<'_>,
    violations: &mut Vec<Violation>,
) {
    let decoder = SerdeDecoder::new(&*value, at).of(constraint);
    if !is_of_kind(value, kind, decoder) {
        let found = text::describe_json(&value.to_string());
        let message = format!("expected {}, found {found}", kind.expected());
        violations.push(Finding::error(Rule::Form, message).at(at.to_path()));
        *value = default_value(kind);
        return;
    }
    match kind {
        Kind::Structure(structure) => {
            if let Some(members) = value.as_object_mut() {
                repair_members(members, structure, at, violations);
            }
        }
        Kind::List(element) => {
            for (index, value) in value.as_array_mut().into_iter().flatten().enumerate() {
                repair_value(value, *element, None, &at.index(index), violations);
            }
        }
        Kind::Map(kind) => {
            for (key, value) in value.as_object_mut().into_iter().flatten() {
                repair_value(value, *kind, None, &at.key(key), violations);
            }
        }
        Kind::String
        | Kind::Boolean
        | Kind::Integer
        | Kind::Long
        | Kind::Double
        | Kind::Timestamp
        | Kind::Blob
        | Kind::LenientBoolean
        | Kind::LenientInteger
        | Kind::Document
        | Kind::Enum(_) => {}
    }
}

fn repair_members(
    members: &mut Map<String, Value>,
    structure: &'static Structure,
    at: &PathRef<'_>,
    violations: &mut Vec<Violation>,
) {
    for member in structure.members {
        let place = at.member(member);
        match members.get_mut(member.wire_name) {
            Some(value) if !value.is_null() => {
                repair_value(value, member.kind, member.constraint, &place, violations);
            }
            _ if member.required => {
                let message = "this member is required, and absent";
                violations.push(Finding::error(Rule::Required, message).at(place.to_path()));
                members.insert(member.wire_name.to_owned(), default_value(member.kind));
            }
            _ => {}
        }
    }
}

/// Whether a value is of this kind; the contents of objects and arrays are not checked.
fn is_of_kind(value: &Value, kind: Kind, decoder: SerdeDecoder<'_, &Value>) -> bool {
    match kind {
        Kind::String | Kind::Enum(_) => value.is_string(),
        Kind::Boolean => value.is_boolean(),
        Kind::Integer => i32::decode(decoder).is_ok(),
        Kind::Long => i64::decode(decoder).is_ok(),
        Kind::Double => f64::decode(decoder).is_ok(),
        Kind::LenientBoolean => LenientBoolean::decode(decoder).is_ok(),
        Kind::LenientInteger => LenientInteger::decode(decoder).is_ok(),
        Kind::Timestamp => DateTime::decode(decoder).is_ok(),
        Kind::Blob => Blob::decode(decoder).is_ok(),
        Kind::Document => true,
        Kind::Structure(_) | Kind::Map(_) => value.is_object(),
        Kind::List(_) => value.is_array(),
    }
}

/// A value of this kind; no violation about it is reported.
fn default_value(kind: Kind) -> Value {
    match kind {
        Kind::String | Kind::Enum(_) | Kind::Blob => Value::from(""),
        Kind::Boolean => Value::from(false),
        Kind::Integer | Kind::Long | Kind::Double | Kind::Timestamp => Value::from(0),
        Kind::LenientBoolean | Kind::LenientInteger => Value::from(PLACEHOLDER_START),
        Kind::Document => Value::Null,
        Kind::List(_) => Value::Array(Vec::new()),
        Kind::Map(_) => Value::Object(Map::new()),
        Kind::Structure(structure) => {
            let required = structure.members.iter().filter(|member| member.required);
            required
                .map(|member| (member.wire_name.to_owned(), default_value(member.kind)))
                .collect()
        }
    }
}
