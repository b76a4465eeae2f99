//! The builder of iot-jobs-arrow.

use arrow_array::RecordBatch;
use iot_jobs::types::JobExecution;
use iot_jobs_arrow::RecordBatchBuilder;

use crate::{Failure, ROWS, builder::Builder};

/// The builder of iot-jobs-arrow, which has any shape.
pub struct Ours(RecordBatchBuilder<JobExecution>);

impl Ours {
    pub fn new() -> Self {
        Self(RecordBatchBuilder::with_capacity(ROWS))
    }
}

impl Default for Ours {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder for Ours {
    fn append(&mut self, value: &JobExecution) -> Result<(), Failure> {
        Ok(self.0.append(value)?)
    }

    fn finish(&mut self) -> Result<RecordBatch, Failure> {
        Ok(self.0.finish())
    }
}
