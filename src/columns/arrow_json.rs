//! The schema of a shape in Arrow, in the JSON form of Arrow's integration tests.
//!
//! ```
//! use iot_jobs::{columns::arrow_json, shape::Shape, types::TimeoutConfig};
//!
//! let schema = arrow_json::schema(&TimeoutConfig::STRUCTURE);
//! assert!(schema.contains(r#""name": "in_progress_timeout_in_minutes""#));
//! assert!(schema.contains(r#""bitWidth": 64"#));
//! ```
//!
//! Every field can be null, but for the entries of a map and their keys. Times have microseconds in UTC. The metadata of a
//! column, and of a field of a structure, have its `description` and its `wire_name`.

use serde_json::{Value, json};

use super::{Column, ColumnKind, indented};
use crate::facts::Structure;

/// The schema as JSON text, indented; the same version always gives the same text.
pub fn schema(structure: &Structure) -> String {
    indented(&json!({ "fields": fields(&super::of(structure)) }))
}

fn fields(columns: &[Column]) -> Vec<Value> {
    let field = |column: &Column| {
        let (kind, children) = of(&column.kind);
        json!({
            "children": children,
            "metadata": metadata(column),
            "name": column.name,
            "nullable": true,
            "type": kind,
        })
    };
    columns.iter().map(field).collect()
}

fn metadata(column: &Column) -> Vec<Value> {
    let wire_name = column.wire_name.map(|name| ("wire_name", name));
    let entries = [("description", column.doc)].into_iter().chain(wire_name);
    entries
        .map(|(key, value)| json!({ "key": key, "value": value }))
        .collect()
}

/// The type of a kind, and the fields in it.
fn of(kind: &ColumnKind) -> (Value, Vec<Value>) {
    let type_without_fields = match kind {
        ColumnKind::Boolean => json!({ "name": "bool" }),
        ColumnKind::Integer => integer(32),
        ColumnKind::Long => integer(64),
        ColumnKind::Double => json!({ "name": "floatingpoint", "precision": "DOUBLE" }),
        ColumnKind::Timestamp => {
            json!({ "name": "timestamp", "timezone": "UTC", "unit": "MICROSECOND" })
        }
        ColumnKind::String | ColumnKind::Json => json!({ "name": "utf8" }),
        ColumnKind::Binary => json!({ "name": "binary" }),
        ColumnKind::Structure(columns) => return (json!({ "name": "struct" }), fields(columns)),
        ColumnKind::List(element) => {
            let item = inner_field("item", true, of(element));
            return (json!({ "name": "list" }), vec![item]);
        }
        ColumnKind::Map(value) => {
            let key = inner_field("key", false, of(&ColumnKind::String));
            let value = inner_field("value", true, of(value));
            let entries = (json!({ "name": "struct" }), vec![key, value]);
            let entries = inner_field("entries", false, entries);
            return (json!({ "keysSorted": false, "name": "map" }), vec![entries]);
        }
    };
    (type_without_fields, Vec::new())
}

/// A field that is not a member of a structure.
fn inner_field(name: &str, nullable: bool, (kind, children): (Value, Vec<Value>)) -> Value {
    json!({ "children": children, "name": name, "nullable": nullable, "type": kind })
}

fn integer(bits: u8) -> Value {
    json!({ "bitWidth": bits, "isSigned": true, "name": "int" })
}
