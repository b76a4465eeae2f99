//! Mending JSON until a shape takes it, and writing down what had to be mended.

use aws_smithy_types::{Blob, DateTime};
use serde_json::{Map, Value};

use crate::{
    codec,
    document::{LenientBoolean, LenientInteger, placeholder, problem},
    path::Path,
    shape::{Kind, Structure},
    validate::{Rule, Violation},
    wire::Wire,
};

/// Puts something of the right kind wherever a value is of the wrong kind or absent.
pub(super) fn repair(value: &mut Value, kind: Kind) -> Vec<Violation> {
    let mut faults = Vec::new();
    mend(value, kind, &Path::root(), &mut faults);
    faults
}

fn mend(value: &mut Value, kind: Kind, at: &Path<'_>, faults: &mut Vec<Violation>) {
    if !fits(value, kind, at) {
        let found = codec::found(&value.to_string());
        let message = format!("expected {}, found {found}", kind.expected());
        faults.push(problem::error(Rule::Form, problem::path_of(at), message));
        *value = stand_in(kind);
        return;
    }
    match (kind, value) {
        (Kind::Structure(structure), Value::Object(members)) => {
            mend_members(members, structure, at, faults);
        }
        (Kind::List(element), Value::Array(elements)) => {
            for (index, value) in elements.iter_mut().enumerate() {
                mend(value, *element, &at.index(index), faults);
            }
        }
        _ => {}
    }
}

fn mend_members(
    members: &mut Map<String, Value>,
    structure: &'static Structure,
    at: &Path<'_>,
    faults: &mut Vec<Violation>,
) {
    for member in structure.members {
        let place = at.member(member);
        match members.get_mut(member.wire_name) {
            Some(value) if !value.is_null() => mend(value, member.kind, &place, faults),
            _ if member.required => {
                let message = "this member is required, and absent";
                faults.push(problem::error(
                    Rule::Required,
                    problem::path_of(&place),
                    message,
                ));
                members.insert(member.wire_name.to_owned(), stand_in(member.kind));
            }
            _ => {}
        }
    }
}

/// Whether a value is of this kind, whatever it holds.
fn fits(value: &Value, kind: Kind, at: &Path<'_>) -> bool {
    match kind {
        Kind::String | Kind::Enum(_) => value.is_string(),
        Kind::Boolean => value.is_boolean(),
        Kind::Integer => i32::decode(value, at).is_ok(),
        Kind::Long => i64::decode(value, at).is_ok(),
        Kind::Double => f64::decode(value, at).is_ok(),
        Kind::LenientBoolean => LenientBoolean::decode(value, at).is_ok(),
        Kind::LenientInteger => LenientInteger::decode(value, at).is_ok(),
        Kind::Timestamp => DateTime::decode(value, at).is_ok(),
        Kind::Blob => Blob::decode(value, at).is_ok(),
        Kind::Document => true,
        Kind::Structure(_) | Kind::Map(_) => value.is_object(),
        Kind::List(_) => value.is_array(),
    }
}

/// A value of this kind; nothing that is found in it is reported.
fn stand_in(kind: Kind) -> Value {
    match kind {
        Kind::String | Kind::Enum(_) | Kind::Blob => Value::from(""),
        Kind::Boolean => Value::from(false),
        Kind::Integer | Kind::Long | Kind::Double | Kind::Timestamp => Value::from(0),
        Kind::LenientBoolean | Kind::LenientInteger => Value::from(placeholder::START),
        Kind::Document => Value::Null,
        Kind::List(_) => Value::Array(Vec::new()),
        Kind::Map(_) => Value::Object(Map::new()),
        Kind::Structure(structure) => {
            let required = structure.members.iter().filter(|member| member.required);
            required
                .map(|member| (member.wire_name.to_owned(), stand_in(member.kind)))
                .collect()
        }
    }
}
