//! Values to record batches.

use std::{fmt, marker::PhantomData};

use arrow_array::{RecordBatch, StructArray};
use arrow_schema::SchemaRef;
use iot_jobs::{columns, shape::Shape};

use crate::{
    column::{Column, Room},
    schema,
};

/// Collects values of a shape into record batches.
///
/// ```
/// use iot_jobs::types::JobSummary;
/// use iot_jobs_arrow::RecordBatchBuilder;
///
/// let mut builder = RecordBatchBuilder::new();
/// builder.append(&JobSummary::builder().job_id("firmware-7").build())?;
/// let batch = builder.finish();
/// assert_eq!(batch.num_rows(), 1);
/// assert!(builder.is_empty());
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub struct RecordBatchBuilder<T> {
    schema: SchemaRef,
    columns: Vec<Column>,
    rows: usize,
    shape: PhantomData<fn(&T)>,
}

impl<T: Shape> RecordBatchBuilder<T> {
    /// A builder without rows.
    pub fn new() -> Self {
        Self::with_capacity(0)
    }

    /// A builder with room for this many rows.
    pub fn with_capacity(rows: usize) -> Self {
        let bytes = i32::MAX;
        Self::with_room(Room { rows, bytes })
    }

    pub(crate) fn with_room(room: Room) -> Self {
        let columns = columns::of(&T::STRUCTURE);
        Self {
            schema: schema::of(&columns),
            columns: Column::all(&columns, room),
            rows: 0,
            shape: PhantomData,
        }
    }

    /// The schema of the batches, as [`schema`](crate::schema()) returns.
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// Appends a value as a row.
    ///
    /// # Errors
    ///
    /// As [`columns::write`]; no part of the value is then in the batch. The error is a
    /// [limit](iot_jobs::Error::is_limit) if a column has no room because its text in this batch exceeds 2 GiB.
    pub fn append(&mut self, value: &T) -> Result<(), iot_jobs::Error> {
        columns::write(value, &mut self.columns)
            .inspect_err(|_| Column::truncate_all(&mut self.columns, self.rows))?;
        self.rows += 1;
        Ok(())
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The batch of the rows so far; the builder then has none.
    pub fn finish(&mut self) -> RecordBatch {
        let arrays = self.columns.iter_mut().map(Column::finish).collect();
        self.rows = 0;
        StructArray::new(self.schema.fields().clone(), arrays, None).into()
    }
}

impl<T: Shape> Default for RecordBatchBuilder<T> {
    fn default() -> Self {
        Self::new()
    }
}

// Without the values, which may contain presigned URLs.
impl<T> fmt::Debug for RecordBatchBuilder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordBatchBuilder")
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}
