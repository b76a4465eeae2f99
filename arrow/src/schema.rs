//! The Arrow schema of a shape.

use std::{collections::HashMap, sync::Arc};

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use iot_jobs::{
    columns::{self, Column, ColumnKind},
    shape::Shape,
};

/// The time zone of times.
pub(crate) const ZONE: &str = "UTC";
/// The metadata of a field with its name in JSON.
const WIRE_NAME: &str = "wire_name";
/// The metadata of a field with its description.
const DESCRIPTION: &str = "description";

/// The schema of a shape's batches; the metadata of a field contain its `description` and its `wire_name`.
///
/// ```
/// use iot_jobs::types::JobExecutionSummary;
///
/// let schema = iot_jobs_arrow::schema::<JobExecutionSummary>();
/// let field = schema.field_with_name("queued_at")?;
/// assert_eq!(field.data_type().to_string(), r#"Timestamp(µs, "UTC")"#);
/// assert_eq!(field.metadata()["wire_name"], "queuedAt");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schema<T: Shape>() -> SchemaRef {
    of(&columns::of(&T::STRUCTURE))
}

/// The schema of a structure's columns.
pub(crate) fn of(columns: &[Column]) -> SchemaRef {
    Arc::new(Schema::new(fields(columns)))
}

fn fields(columns: &[Column]) -> Fields {
    columns.iter().map(field).collect()
}

fn field(column: &Column) -> Field {
    let mut metadata = HashMap::from([(DESCRIPTION.to_owned(), column.doc.to_owned())]);
    if let Some(name) = column.wire_name {
        metadata.insert(WIRE_NAME.to_owned(), name.to_owned());
    }
    Field::new(column.name, data_type(&column.kind), true).with_metadata(metadata)
}

/// The field of the elements of a list.
pub(crate) fn element_field(element: DataType) -> Arc<Field> {
    Arc::new(Field::new_list_field(element, true))
}

/// The fields of the entries of a map.
pub(crate) fn entry_fields(value: DataType) -> Fields {
    Fields::from(vec![
        Field::new("key", DataType::Utf8, false),
        Field::new("value", value, true),
    ])
}

/// The field of the entries of a map.
pub(crate) fn entries_field(fields: Fields) -> Arc<Field> {
    Arc::new(Field::new("entries", DataType::Struct(fields), false))
}

/// The type of a column; of one that this version does not know, the text of its JSON.
pub(crate) fn data_type(kind: &ColumnKind) -> DataType {
    match kind {
        ColumnKind::Boolean => DataType::Boolean,
        ColumnKind::Integer => DataType::Int32,
        ColumnKind::Long => DataType::Int64,
        ColumnKind::Double => DataType::Float64,
        ColumnKind::Timestamp => DataType::Timestamp(TimeUnit::Microsecond, Some(ZONE.into())),
        ColumnKind::Binary => DataType::Binary,
        ColumnKind::Structure(columns) => DataType::Struct(fields(columns)),
        ColumnKind::List(element) => DataType::List(element_field(data_type(element))),
        ColumnKind::Map(value) => {
            DataType::Map(entries_field(entry_fields(data_type(value))), false)
        }
        _ => DataType::Utf8,
    }
}
