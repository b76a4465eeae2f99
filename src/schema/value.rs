//! The schema of a value, by its kind.

use schemars::Schema;
use serde_json::{Value, json};

use super::{
    Object,
    limits::{self, Keywords, NUMBERS},
    text,
};
use crate::{constraint::Constraint, facts::Kind, wire::timestamp};

/// The keyword with the known values of an enum.
pub(super) const KNOWN_VALUES: &str = "examples";
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
        Kind::Timestamp => timestamp(),
        Kind::Blob => text::base64(constraint),
        Kind::LenientBoolean => or_string(typed("boolean"), &text::boolean_or_placeholder()),
        Kind::LenientInteger => {
            let number = number(integer(i64::MIN, i64::MAX), constraint);
            or_string(number, &text::number_or_placeholder())
        }
        Kind::Document => text::document(constraint),
        Kind::Enum(facts) => {
            let mut schema = text::of(constraint);
            // Editors complete the known values; newer ones are accepted.
            schema.insert(KNOWN_VALUES.to_owned(), json!(facts.values));
            schema
        }
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
///
/// Not by `anyOf`, for which a validator reports that no alternative matches instead of what is wrong.
pub(super) fn or_null(mut schema: Object) -> Object {
    if schema.contains_key("$ref") {
        let mut nullable = typed("object");
        nullable.insert("if".to_owned(), json!({"type": "object"}));
        nullable.insert("then".to_owned(), schema.into());
        schema = nullable;
    }
    add_type(&mut schema, "null");
    schema
}

/// The same, or a string that matches a pattern; the keywords of numbers do not apply to strings.
fn or_string(mut schema: Object, pattern: &str) -> Object {
    add_type(&mut schema, "string");
    schema.insert("pattern".to_owned(), pattern.into());
    schema
}

/// The same, or a string with a number.
pub(super) fn or_number_in_string(schema: Object) -> Object {
    or_string(schema, text::NUMBER)
}

/// Allows a further type; without one, the schema accepts every type already.
fn add_type(schema: &mut Object, name: &str) {
    match schema.get_mut("type") {
        None => {}
        Some(Value::Array(types)) => types.push(name.into()),
        Some(one) => *one = json!([one.take(), name]),
    }
}

fn typed(name: &str) -> Object {
    let mut schema = Object::new();
    schema.insert("type".to_owned(), name.into());
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
    if let Some(number) = limits::also_allowed(constraint) {
        let mut others = Object::new();
        limits::add(&mut others, constraint, NUMBERS);
        schema.insert("if".to_owned(), json!({"not": {"const": number}}));
        schema.insert("then".to_owned(), others.into());
    } else {
        limits::add(&mut schema, constraint, NUMBERS);
    }
    if constraint.is_some_and(|constraint| constraint.digits_in_a_string) {
        schema = or_string(schema, text::DIGITS);
    }
    schema
}

/// A timestamp as a number, in milliseconds where the year would be outside 0001 to 9999 in seconds, or as text.
fn timestamp() -> Object {
    let mut schema = typed("number");
    let (first, end) = (timestamp::FIRST, timestamp::LAST + 1);
    schema.insert("minimum".to_owned(), (first / timestamp::MILLIS).into());
    schema.insert(
        "exclusiveMaximum".to_owned(),
        (end / timestamp::MILLIS).into(),
    );
    add_type(&mut schema, "string");
    schema.insert("format".to_owned(), "date-time".into());
    schema
}
