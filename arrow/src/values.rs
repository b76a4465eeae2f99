//! Record batches to values.

mod bind;
mod source;
mod text;

use std::{fmt, marker::PhantomData, ops::Range};

use arrow_array::RecordBatch;
use iot_jobs::{codec, shape::Shape};

use self::source::Structure;
use crate::{Error, schema};

/// The values in a batch, row by row; a row that the shape does not allow is an error, and reading continues after it.
pub struct Values<T> {
    columns: Structure,
    rows: Range<usize>,
    /// The JSON text of a row.
    text: String,
    shape: PhantomData<fn() -> T>,
}

/// Reads the values of a batch.
///
/// Columns may be in any order, and absent if they are null in all rows. Accepted are also the types that engines make of
/// the [`schema`](crate::schema())'s: `LargeUtf8`, `Utf8View` and dictionaries for `Utf8`, `LargeBinary` and
/// `BinaryView` for `Binary`, `LargeList` for `List`, `Int64` and `Int32` for each other, and microseconds in any time
/// zone or none, which are in UTC.
///
/// # Errors
///
/// Fails if a column has another type, or if the shape has no such column.
///
/// ```
/// use iot_jobs::types::{JobExecutionSummary, JobSummary};
/// use iot_jobs_arrow::{RecordBatchBuilder, values};
///
/// let mut builder = RecordBatchBuilder::new();
/// let summary = JobSummary::builder().job_id("firmware-7").build();
/// builder.append(&summary)?;
/// let batch = builder.finish();
/// assert_eq!(values::<JobSummary>(&batch)?.collect::<Result<Vec<_>, _>>()?, [summary]);
///
/// let error = values::<JobExecutionSummary>(&batch).unwrap_err();
/// assert_eq!(error.to_string(), "column job_arn: the shape has no such column");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn values<T: Shape>(batch: &RecordBatch) -> Result<Values<T>, Error> {
    let expected = schema::schema::<T>();
    let found = batch.schema();
    Ok(Values {
        columns: bind::structure(
            &T::STRUCTURE,
            expected.fields(),
            found.fields(),
            batch.columns(),
            None,
        )?,
        rows: 0..batch.num_rows(),
        text: String::new(),
        shape: PhantomData,
    })
}

impl<T: Shape> Iterator for Values<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.rows.next()?;
        self.text.clear();
        if let Err(fault) = self.columns.write(row, &mut self.text) {
            return Some(Err(Error::Value {
                row,
                path: fault.path,
                message: fault.message,
            }));
        }
        Some(codec::from_str(&self.text).map_err(|error| Error::Value {
            row,
            path: error.path().clone(),
            message: error.message().to_owned(),
        }))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

// Without the values, which may contain presigned URLs.
impl<T> fmt::Debug for Values<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Values")
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}
