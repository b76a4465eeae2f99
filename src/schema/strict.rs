//! Schemas of what people write, for editors: closed, and without `null`.

use serde_json::{Value, json};

use super::{Object, value::KNOWN_VALUES};

/// Makes a schema strict: members that are not declared, values of enums that this version does not know, and
/// `null` are rejected. With `comments`, members whose names begin with `_` are allowed.
pub(crate) fn make_strict(schema: &mut Object, comments: bool) {
    if let Some(structure) = optional_structure(schema) {
        for keyword in ["type", "if", "then"] {
            schema.remove(keyword);
        }
        schema.insert("$ref".to_owned(), structure);
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [name] = &types[..] {
            let name = name.clone();
            schema.insert("type".to_owned(), name);
        }
    }
    if let Some(values) = schema.remove(KNOWN_VALUES) {
        schema.insert("enum".to_owned(), values);
    }
    let is_object = schema.get("type").is_some_and(|name| name == "object");
    if is_object && !schema.contains_key("additionalProperties") {
        close(schema, comments);
    }
    for keyword in ["properties", "$defs"] {
        if let Some(Value::Object(schemas)) = schema.get_mut(keyword) {
            for schema in schemas.values_mut().filter_map(Value::as_object_mut) {
                if keyword == "properties" {
                    reject_null(schema);
                }
                make_strict(schema, comments);
            }
        }
    }
    for keyword in ["items", "additionalProperties"] {
        if let Some(Value::Object(schema)) = schema.get_mut(keyword) {
            make_strict(schema, comments);
        }
    }
}

/// The reference of a member that is a structure or `null`.
fn optional_structure(schema: &Object) -> Option<Value> {
    schema.get("then")?.get("$ref").cloned()
}

/// Rejects undeclared members.
fn close(schema: &mut Object, comments: bool) {
    if comments {
        let declared = schema.get("properties").and_then(Value::as_object);
        // Files of updates have signatures of more kinds than are declared.
        let signed = declared.is_some_and(|it| it.keys().any(|name| name.starts_with("sig-")));
        let names = if signed { "^(?:_|sig-)" } else { "^_" };
        schema.insert("patternProperties".to_owned(), json!({ names: true }));
    }
    schema.insert("additionalProperties".to_owned(), false.into());
}

/// Adds the types of a member that can be any JSON value, without `null`.
fn reject_null(schema: &mut Object) {
    let has_type = ["type", "$ref"].iter().any(|it| schema.contains_key(*it));
    if !has_type {
        let types = json!(["object", "array", "string", "number", "boolean"]);
        schema.insert("type".to_owned(), types);
    }
}
