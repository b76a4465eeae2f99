//! The decoder of arrow-json, from values with serde.

use std::slice;

use arrow_array::RecordBatch;
use arrow_json::{ReaderBuilder, reader::Decoder};
use arrow_schema::SchemaRef;
use iot_jobs::types::JobExecution;

use crate::{Failure, ROWS, builder::Builder, row::Row};

/// The decoder of arrow-json.
pub struct ArrowJson {
    decoder: Decoder,
    rows: bool,
}

impl ArrowJson {
    /// From the values themselves, whose members have their names in JSON.
    pub fn of_values(schema: SchemaRef) -> Result<Self, Failure> {
        Self::new(schema, false)
    }

    /// From [`Row`]s.
    pub fn of_rows() -> Result<Self, Failure> {
        Self::new(iot_jobs_arrow::schema::<JobExecution>(), true)
    }

    fn new(schema: SchemaRef, rows: bool) -> Result<Self, Failure> {
        let builder = ReaderBuilder::new(schema).with_batch_size(ROWS);
        Ok(Self {
            decoder: builder.build_decoder()?,
            rows,
        })
    }
}

impl Builder for ArrowJson {
    fn append(&mut self, value: &JobExecution) -> Result<(), Failure> {
        if self.rows {
            self.decoder.serialize(&[Row::of(value)?])?;
        } else {
            self.decoder.serialize(slice::from_ref(value))?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<RecordBatch, Failure> {
        Ok(self.decoder.flush()?.ok_or("there are no rows")?)
    }
}
