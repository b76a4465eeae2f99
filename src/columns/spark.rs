//! The schema of a shape in Spark, as JSON for `StructType.fromJson`.
//!
//! ```
//! use iot_jobs::{columns::spark, shape::Shape, types::JobExecutionStatusDetails};
//!
//! let schema = spark::schema(&JobExecutionStatusDetails::STRUCTURE);
//! assert!(schema.contains(r#""name": "details_map""#));
//! assert!(schema.contains(r#""valueType": "string""#));
//! ```
//!
//! ```python
//! schema = StructType.fromJson(json.load(open("executions.spark.json")))
//! spark.read.schema(schema).parquet("s3://BUCKET/PREFIX/")
//! ```
//!
//! The names are those of the columns in Parquet. Everything can be null, as in every file that Spark reads.

use serde_json::{Value, json};

use super::{Column, ColumnKind, indented};
use crate::{facts::Structure, text};

/// The schema as JSON text, indented; the same version always gives the same text.
pub fn schema(structure: &Structure) -> String {
    indented(&of_structure(&super::of(structure)))
}

fn of_structure(columns: &[Column]) -> Value {
    let fields: Vec<_> = columns.iter().map(field).collect();
    json!({ "fields": fields, "type": "struct" })
}

fn field(column: &Column) -> Value {
    json!({
        "metadata": { "comment": text::plain(column.doc) },
        "name": column.name,
        "nullable": true,
        "type": of(&column.kind),
    })
}

fn of(kind: &ColumnKind) -> Value {
    match kind {
        ColumnKind::Boolean => "boolean".into(),
        ColumnKind::Integer => "integer".into(),
        ColumnKind::Long => "long".into(),
        ColumnKind::Double => "double".into(),
        ColumnKind::Timestamp => "timestamp".into(),
        ColumnKind::String | ColumnKind::Json => "string".into(),
        ColumnKind::Binary => "binary".into(),
        ColumnKind::Structure(columns) => of_structure(columns),
        ColumnKind::List(element) => {
            json!({ "containsNull": true, "elementType": of(element), "type": "array" })
        }
        ColumnKind::Map(value) => json!({
            "keyType": "string",
            "type": "map",
            "valueContainsNull": true,
            "valueType": of(value),
        }),
    }
}
