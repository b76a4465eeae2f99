//! JSON Schemas of the properties of resources, for editors.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::{Property, ResourceType};
use crate::{
    schema::{make_strict, of_property},
    text::plain,
};

type Object = Map<String, Value>;

impl ResourceType {
    /// The JSON Schema, draft 2020-12, of the properties that configure the job: of `Properties`, or of
    /// [`container`](Self::container) in it.
    ///
    /// Other properties are rejected. The result of a function, such as `{"Ref": "Name"}`, is accepted in place of every
    /// value, and so is text in place of a number, as by CloudFormation.
    ///
    /// ```
    /// use iot_jobs::cloudformation::ResourceType;
    ///
    /// let schema = ResourceType::JobTemplate.schema();
    /// let rate = "/properties/JobExecutionsRolloutConfig/else/properties/MaximumPerMinute/else/maximum";
    /// assert_eq!(schema.pointer(rate).and_then(|max| max.as_u64()), Some(1000));
    /// ```
    pub fn schema(self) -> Schema {
        let description = format!("The properties of {self}.");
        let mut schema = object(self.properties(), &description);
        make_strict(&mut schema, false);
        allow_functions_inside(&mut schema);
        schema.into()
    }
}

fn object(properties: &[Property], description: &str) -> Object {
    let mut members = Object::new();
    for property in properties {
        members.insert(property.name.clone(), value(property).into());
    }
    let required = properties.iter().filter(|property| property.required);
    let required: Vec<_> = required
        .map(|property| Value::from(&*property.name))
        .collect();
    let mut schema = Object::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("description".to_owned(), description.into());
    schema.insert("properties".to_owned(), members.into());
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema
}

fn value(property: &Property) -> Object {
    let description = plain(property.member.doc);
    let mut schema = if property.any_json {
        Object::new()
    } else {
        let structure = property.structure();
        let structure = structure.map(|facts| {
            let schema = object(&property.properties, &plain(facts.doc));
            Schema::from(schema)
        });
        let Property { member, min, .. } = property;
        of_property(member.kind, member.constraint, structure.as_ref(), *min)
    };
    schema.insert("description".to_owned(), description.into());
    schema
}

/// Accepts functions in place of each value inside of this one.
fn allow_functions_inside(schema: &mut Object) {
    if schema.contains_key("properties") {
        // A transform adds members.
        schema.insert(
            "patternProperties".to_owned(),
            json!({"^Fn::Transform$": true}),
        );
    }
    for keyword in ["items", "additionalProperties"] {
        if let Some(Value::Object(schema)) = schema.get_mut(keyword) {
            allow_function(schema);
        }
    }
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for schema in properties.values_mut().filter_map(Value::as_object_mut) {
            allow_function(schema);
        }
    }
}

fn allow_function(schema: &mut Object) {
    allow_functions_inside(schema);
    let without_functions = std::mem::take(schema);
    if let Some(description) = without_functions.get("description") {
        schema.insert("description".to_owned(), description.clone());
    }
    let names = json!({"pattern": "^(?:Ref|Condition|Fn::.+)$"});
    let function = json!({"type": "object", "minProperties": 1, "propertyNames": names});
    schema.insert("if".to_owned(), function);
    schema.insert("else".to_owned(), without_functions.into());
}
