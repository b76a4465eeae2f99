//! The schema of every shape is the one that `iot_jobs::columns::arrow_json` prints.

use std::fmt::Write;

use arrow_schema::{DataType, Field, TimeUnit};
use iot_jobs::{
    catalog,
    columns::arrow_json,
    shape::{Shape, ShapeVisitor},
};
use iot_jobs_arrow::schema;
use serde_json::{Value, json};

/// A field in the JSON form of Arrow's integration tests.
fn field(field: &Field) -> Value {
    let (kind, children) = match field.data_type() {
        DataType::Boolean => (json!({"name": "bool"}), vec![]),
        DataType::Int32 => (
            json!({"name": "int", "bitWidth": 32, "isSigned": true}),
            vec![],
        ),
        DataType::Int64 => (
            json!({"name": "int", "bitWidth": 64, "isSigned": true}),
            vec![],
        ),
        DataType::Float64 => (
            json!({"name": "floatingpoint", "precision": "DOUBLE"}),
            vec![],
        ),
        DataType::Timestamp(TimeUnit::Microsecond, Some(zone)) => (
            json!({"name": "timestamp", "unit": "MICROSECOND", "timezone": &**zone}),
            vec![],
        ),
        DataType::Utf8 => (json!({"name": "utf8"}), vec![]),
        DataType::Binary => (json!({"name": "binary"}), vec![]),
        DataType::Struct(fields) => (json!({"name": "struct"}), fields.iter().collect()),
        DataType::List(element) => (json!({"name": "list"}), vec![element]),
        DataType::Map(entries, sorted) => {
            (json!({"name": "map", "keysSorted": sorted}), vec![entries])
        }
        other => panic!("{other}"),
    };
    let children: Vec<_> = children
        .into_iter()
        .map(|child| self::field(child))
        .collect();
    let mut json = json!({
        "name": field.name(),
        "nullable": field.is_nullable(),
        "type": kind,
        "children": children,
    });
    if !field.metadata().is_empty() {
        let mut metadata: Vec<_> = field.metadata().iter().collect();
        metadata.sort();
        let entry = |(key, value)| json!({"key": key, "value": value});
        json["metadata"] = metadata.into_iter().map(entry).collect();
    }
    json
}

/// Compares the schemas, and names the shapes that differ.
#[derive(Default)]
struct Differences(String);

impl ShapeVisitor for Differences {
    fn visit<T: Shape>(&mut self) {
        let schema = schema::<T>();
        let fields: Vec<_> = schema.fields().iter().map(|it| field(it)).collect();
        let printed: Value = serde_json::from_str(&arrow_json::schema(&T::STRUCTURE)).unwrap();
        if printed != json!({ "fields": fields }) {
            writeln!(self.0, "{}", T::STRUCTURE.name).unwrap();
        }
    }
}

#[test]
fn every_shape() {
    let mut differences = Differences::default();
    catalog::visit_shapes(&mut differences);
    assert_eq!(differences.0, "");
}
