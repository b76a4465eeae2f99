//! The schema with the names of members in JSON, for readers that take names from the input.

use std::sync::Arc;

use arrow_schema::{DataType, Field, FieldRef, Fields, Schema, SchemaRef};
use iot_jobs::types::JobExecution;

/// The columns of executions without the one of unknown members, which no such reader fills; with this type of times.
pub fn wire_schema(time: &DataType) -> SchemaRef {
    let schema = iot_jobs_arrow::schema::<JobExecution>();
    Arc::new(Schema::new(fields(schema.fields(), time)))
}

fn fields(of: &Fields, time: &DataType) -> Fields {
    of.iter().filter_map(|of| field(of, time)).collect()
}

fn field(of: &FieldRef, time: &DataType) -> Option<Field> {
    let name = of.metadata().get("wire_name")?;
    let data_type = match of.data_type() {
        DataType::Timestamp(..) => time.clone(),
        DataType::Struct(of) => DataType::Struct(fields(of, time)),
        other => other.clone(),
    };
    Some(Field::new(name, data_type, true))
}
