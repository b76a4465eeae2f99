//! The schema of a value, by its kind.

use schemars::Schema;
use serde_json::{Value, json};

use super::{
    Object,
    limits::{self, Keywords, NUMBERS},
    text,
};
use crate::{constraint::Constraint, facts::Kind, wire::timestamp};

/// The limits of a list.
const ITEMS: Keywords = ["minItems", "maxItems"];
/// The limits of a map.
const ENTRIES: Keywords = ["minProperties", "maxProperties"];

/// The schema of a value; `structure` is that of the structure that the value is or contains.
pub(super) fn of(
    kind: Kind,
    constraint: Option<&Constraint>,
    structure: Option<&Schema>,
) -> Object {
    match kind {
        Kind::String => text::of(constraint),
        Kind::Boolean => typed("boolean"),
        Kind::Integer => number(integer(i32::MIN.into(), i32::MAX.into()), constraint),
        Kind::Long => number(integer(i64::MIN, i64::MAX), constraint),
        Kind::Double => number(typed("number"), constraint),
        Kind::Timestamp => any_of([
            timestamp_number(),
            json!({"type": "string", "format": "date-time"}),
        ]),
        Kind::Blob => text::base64(constraint),
        Kind::LenientBoolean => any_of([
            json!({"type": "boolean"}),
            json!({"enum": ["true", "false"]}),
            text::placeholder(),
        ]),
        Kind::LenientInteger => any_of([
            number(integer(i64::MIN, i64::MAX), constraint).into(),
            text::number(),
            text::placeholder(),
        ]),
        Kind::Document => text::document(constraint),
        // The first lets editors complete known values, the second accepts newer ones.
        Kind::Enum(facts) => any_of([json!({ "enum": facts.values }), text::of(constraint).into()]),
        Kind::Structure(_) => structure
            .and_then(Schema::as_object)
            .cloned()
            .unwrap_or_default(),
        Kind::List(element) => {
            let mut list = typed("array");
            let of_element = constraint.and_then(|constraint| constraint.element);
            let element = of(*element, of_element, structure);
            list.insert("items".to_owned(), element.into());
            limits::add(&mut list, constraint, ITEMS);
            list
        }
        Kind::Map(value) => {
            let mut map = typed("object");
            let of_value = constraint.and_then(|constraint| constraint.value);
            let value = of(*value, of_value, structure);
            map.insert("additionalProperties".to_owned(), value.into());
            if let Some(key) = constraint.and_then(|constraint| constraint.key) {
                map.insert("propertyNames".to_owned(), text::of(Some(key)).into());
            }
            limits::add(&mut map, constraint, ENTRIES);
            map
        }
    }
}

/// The same, or `null`, which is the same as an absent optional member.
pub(super) fn or_null(mut schema: Object) -> Object {
    let null = || json!({"type": "null"});
    if let Some(Value::Array(any_of)) = schema.get_mut("anyOf") {
        any_of.push(null());
        return schema;
    }
    if schema.contains_key("$ref") {
        return any_of([schema.into(), null()]);
    }
    // Without a type, the schema accepts `null` already.
    if let Some(typed) = schema.get_mut("type") {
        *typed = json!([typed.take(), "null"]);
    }
    schema
}

fn typed(name: &str) -> Object {
    let mut schema = Object::new();
    schema.insert("type".to_owned(), name.into());
    schema
}

fn any_of<const N: usize>(schemas: [Value; N]) -> Object {
    let mut schema = Object::new();
    schema.insert("anyOf".to_owned(), Vec::from(schemas).into());
    schema
}

/// An integer, which in JSON Schema may also be written `5.0`.
fn integer(min: i64, max: i64) -> Object {
    let mut schema = typed("integer");
    schema.insert("minimum".to_owned(), min.into());
    schema.insert("maximum".to_owned(), max.into());
    schema
}

/// A number with the limits of this constraint, which are narrower than those of its kind.
fn number(mut schema: Object, constraint: Option<&Constraint>) -> Object {
    limits::add(&mut schema, constraint, NUMBERS);
    if let Some(number) = limits::also_allowed(constraint) {
        return any_of([schema.into(), json!({ "const": number })]);
    }
    if constraint.is_some_and(|constraint| constraint.digits_in_a_string) {
        return any_of([schema.into(), text::digits()]);
    }
    schema
}

/// A timestamp as a number: in milliseconds where the year would be outside 0001 to 9999 in seconds.
fn timestamp_number() -> Value {
    json!({
        "type": "number",
        "minimum": timestamp::FIRST / timestamp::MILLIS,
        "exclusiveMaximum": (timestamp::LAST + 1) / timestamp::MILLIS,
    })
}
