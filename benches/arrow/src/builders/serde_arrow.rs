//! The builder of `serde_arrow`.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use iot_jobs::types::JobExecution;
use serde_arrow::ArrayBuilder;

use crate::{Failure, builder::Builder, row::Row};

/// The builder of `serde_arrow`.
pub struct SerdeArrow {
    builder: ArrayBuilder,
    rows: bool,
}

impl SerdeArrow {
    /// From the values themselves, whose members have their names in JSON.
    pub fn of_values(schema: &SchemaRef) -> Result<Self, Failure> {
        Self::new(schema, false)
    }

    /// From [`Row`]s.
    pub fn of_rows() -> Result<Self, Failure> {
        Self::new(&iot_jobs_arrow::schema::<JobExecution>(), true)
    }

    fn new(schema: &SchemaRef, rows: bool) -> Result<Self, Failure> {
        let builder = ArrayBuilder::from_arrow(schema.fields())?;
        Ok(Self { builder, rows })
    }
}

impl Builder for SerdeArrow {
    fn append(&mut self, value: &JobExecution) -> Result<(), Failure> {
        if self.rows {
            self.builder.push(Row::of(value)?)?;
        } else {
            self.builder.push(value)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<RecordBatch, Failure> {
        Ok(self.builder.to_record_batch()?)
    }
}
