//! JSON Schemas, draft 2020-12, from the declared facts.
//!
//! A schema accepts JSON that decodes and violates no declared constraint, and rejects JSON that violates
//! one. JSON Schema cannot limit the bytes of a string, nor reliably the decimals of a number, since
//! validators compute `multipleOf` in binary. Undeclared members and unlisted values of enums are
//! allowed, unless the schema is made strict.
//!
//! No schema has `anyOf`: a validator that finds no alternative cannot say what is wrong. Patterns are
//! regular expressions of ECMA-262 with the flag `u`. The model's `\p{C}`, `\p{L}`, `\p{N}` and `\p{Z}` stay as
//! they are: written as ranges they have hundreds of entries, which change with each version of Unicode. Python's
//! module `re` does not know them, unlike the package `regex` and the engines of editors.

mod limits;
mod pattern;
mod strict;
mod text;
mod value;

use schemars::Schema;
use serde_json::{Map, Value};

use crate::{
    constraint::Constraint,
    facts::{Enum, Kind, Structure},
    text::plain,
};

pub(crate) use self::strict::make_strict;

/// An object of a schema.
type Object = Map<String, Value>;

/// The schema of a structure; `structures` has, for each member, the schema of the structure that it is
/// or contains.
pub(crate) fn of_structure(facts: &Structure, structures: &[Option<Schema>]) -> Schema {
    let mut properties = Object::new();
    let mut required = Vec::new();
    for (member, structure) in facts.members.iter().zip(structures) {
        let mut schema = value::of(member.kind, member.constraint, structure.as_ref());
        if member.required {
            required.push(Value::from(member.wire_name));
        } else {
            schema = value::or_null(schema);
        }
        schema.insert("description".to_owned(), plain(member.doc).into());
        properties.insert(member.wire_name.to_owned(), schema.into());
    }
    let mut schema = Object::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("description".to_owned(), plain(facts.doc).into());
    if !properties.is_empty() {
        schema.insert("properties".to_owned(), properties.into());
    }
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema.into()
}

/// The schema of a CloudFormation property, with this minimum in place of the constraint's; numbers can be text.
pub(crate) fn of_property(
    kind: Kind,
    constraint: Option<&Constraint>,
    structure: Option<&Schema>,
    min: Option<f64>,
) -> Object {
    let mut schema = value::of(kind, constraint, structure);
    if let Some(min) = min {
        let keyword = match kind {
            Kind::String => "minLength",
            _ => "minimum",
        };
        schema.insert(keyword.to_owned(), limits::number(min));
    }
    match kind {
        Kind::Integer | Kind::Long | Kind::Double => value::or_number_in_string(schema),
        _ => schema,
    }
}

/// The schema of an enum.
pub(crate) fn of_enum(facts: &'static Enum) -> Schema {
    value::of(Kind::Enum(facts), None, None).into()
}
