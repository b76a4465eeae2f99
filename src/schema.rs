//! JSON Schemas, draft 2020-12, from the declared facts.
//!
//! A schema accepts what decodes and violates no declared constraint, and refuses what violates one,
//! as far as the language of schemas reaches: it knows no bytes of a string, and a share of decimals
//! only as a multiple that validators compute in binary. Members that are not declared are allowed,
//! and so are values of enums that are not listed.

mod describe;
mod limits;
mod pattern;
mod text;
mod value;

use schemars::Schema;
use serde_json::{Map, Value};

use crate::shape::{Enum, Kind, Structure};

/// An object of a schema.
type Object = Map<String, Value>;

/// The schema of a structure; for each member, the schema of the structure that it is or holds.
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
        schema.insert("description".to_owned(), describe::plain(member.doc).into());
        properties.insert(member.wire_name.to_owned(), schema.into());
    }
    let mut schema = Object::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("description".to_owned(), describe::plain(facts.doc).into());
    if !properties.is_empty() {
        schema.insert("properties".to_owned(), properties.into());
    }
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema.into()
}

/// The schema of an enum.
pub(crate) fn of_enum(facts: &'static Enum) -> Schema {
    value::of(Kind::Enum(facts), None, None).into()
}
