//! What the candidates have in common.

use std::hint::black_box;

use arrow_array::RecordBatch;
use iot_jobs::{codec, types::JobExecution};

use crate::{Failure, ROWS};

/// Collects executions into batches.
pub trait Builder {
    /// Appends a row.
    fn append(&mut self, value: &JobExecution) -> Result<(), Failure>;

    /// The batch of the rows so far; the builder then has none.
    fn finish(&mut self) -> Result<RecordBatch, Failure>;
}

/// Decodes lines and passes their batches to a function.
pub fn from_lines(
    lines: &[&[u8]],
    builder: &mut impl Builder,
    use_batch: &mut dyn FnMut(RecordBatch),
) -> Result<(), Failure> {
    for lines in lines.chunks(ROWS) {
        for line in lines {
            builder.append(&codec::from_slice(line)?)?;
        }
        use_batch(builder.finish()?);
    }
    Ok(())
}

/// Passes the batches of values to a function.
pub fn from_values(
    values: &[JobExecution],
    builder: &mut impl Builder,
    use_batch: &mut dyn FnMut(RecordBatch),
) -> Result<(), Failure> {
    for values in values.chunks(ROWS) {
        for value in values {
            builder.append(value)?;
        }
        use_batch(builder.finish()?);
    }
    Ok(())
}

/// Decodes lines and drops the values.
pub fn decode(lines: &[&[u8]]) -> Result<(), Failure> {
    for line in lines {
        black_box(codec::from_slice::<JobExecution>(line)?);
    }
    Ok(())
}
