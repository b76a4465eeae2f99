//! NDJSON to record batches.

use std::io::BufRead;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use iot_jobs::{
    Error,
    codec::{self, Lines},
    shape::Shape,
};

use crate::{RecordBatchBuilder, column::Room};

/// The rows of a batch unless another number is set, as in `DataFusion`.
const ROWS: usize = 8192;

/// The bytes of a column's text in a batch, if no line is longer; 8192 rows have less, unless they have documents.
const BYTES: usize = 8 << 20;

/// The record batches of newline-delimited JSON.
///
/// A line that does not decode is an error with its line number, as of [`codec::lines`], and reading continues after it;
/// the rows before it are in a later batch. A failure of the reader itself is the last error, after which the rows before it
/// follow as the last batch.
///
/// A batch has fewer rows than set if the text of a column would exceed 8 MiB, or the limit of a line, if that is
/// more: this bounds the memory, whatever the input.
#[derive(Debug)]
pub struct Batches<T, R> {
    lines: Lines<T, R>,
    builder: RecordBatchBuilder<T>,
    rows: usize,
    /// The value that the last batch had no room for.
    next: Option<T>,
}

/// Reads newline-delimited JSON into batches of 8192 rows, unless [`Batches::rows`] sets another number.
///
/// ```
/// use iot_jobs::types::JobSummary;
///
/// let input = "{\"jobId\": \"a\"}\n{\"jobId\": 1}\n{\"jobId\": \"c\"}\n";
/// let mut batches = iot_jobs_arrow::batches::<JobSummary, _>(input.as_bytes());
/// assert_eq!(batches.next().unwrap().unwrap_err().line(), Some(2));
/// assert_eq!(batches.next().unwrap()?.num_rows(), 2);
/// assert!(batches.next().is_none());
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn batches<T: Shape, R: BufRead>(reader: R) -> Batches<T, R> {
    Batches {
        lines: codec::lines(reader),
        builder: builder(BYTES),
        rows: ROWS,
        next: None,
    }
}

/// A builder whose columns have room for this many bytes of text.
fn builder<T: Shape>(bytes: usize) -> RecordBatchBuilder<T> {
    let bytes = i32::try_from(bytes).unwrap_or(i32::MAX);
    RecordBatchBuilder::with_room(Room { rows: 0, bytes })
}

impl<T: Shape, R> Batches<T, R> {
    /// Ends a batch at this many rows, at least one.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// Rejects lines of more than this many bytes.
    pub fn max_line_bytes(mut self, bytes: usize) -> Self {
        self.lines = self.lines.max_line_bytes(bytes);
        // A batch has room for any line.
        self.builder = builder(bytes.max(BYTES));
        self
    }

    /// The schema of the batches.
    pub fn schema(&self) -> &SchemaRef {
        self.builder.schema()
    }

    /// The number of the last line that was read, from 1.
    pub fn line_number(&self) -> usize {
        self.lines.line_number()
    }
}

impl<T: Shape, R: BufRead> Iterator for Batches<T, R> {
    type Item = Result<RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.builder.len() < self.rows {
            let value = match self.next.take() {
                Some(value) => value,
                None => match self.lines.next() {
                    Some(Ok(value)) => value,
                    Some(Err(error)) => return Some(Err(error)),
                    None => break,
                },
            };
            match self.builder.append(&value) {
                Ok(()) => {}
                Err(error) if error.is_limit() && !self.builder.is_empty() => {
                    self.next = Some(value);
                    break;
                }
                Err(error) => return Some(Err(error)),
            }
        }
        (!self.builder.is_empty()).then(|| Ok(self.builder.finish()))
    }
}
