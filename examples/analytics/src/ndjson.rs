//! NDJSON of a shape as a table of DataFusion, through the decoder of `iot_jobs`.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    marker::PhantomData,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use datafusion::{
    arrow::{array::RecordBatch, datatypes::SchemaRef},
    catalog::streaming::StreamingTable,
    error::{DataFusionError, Result},
    execution::{SendableRecordBatchStream, TaskContext},
    physical_plan::{stream::RecordBatchReceiverStream, streaming::PartitionStream},
};
use iot_jobs::shape::Shape;
use tokio::sync::mpsc::Sender;

use crate::bad_lines::{BadLines, PartitionLines};

/// How many batches of a partition wait for the engine.
const WAITING_BATCHES: usize = 2;
/// How much is read at once.
const READ_BYTES: usize = 1 << 18;

/// A table of the lines of a file, in so many partitions; bad lines are skipped and recorded.
///
/// DataFusion reads the partitions at the same time, in batches, and drops the columns that a query does not name.
pub fn table<T: Shape + 'static>(
    file: &Path,
    partitions: usize,
    bad_lines: &Arc<BadLines>,
) -> Result<StreamingTable> {
    let schema = iot_jobs_arrow::schema::<T>();
    let partition = |range| -> Arc<dyn PartitionStream> {
        Arc::new(Partition {
            schema: Arc::clone(&schema),
            lines: Lines::<T> {
                file: file.to_owned(),
                range,
                bad_lines: Arc::clone(bad_lines),
                shape: PhantomData,
            },
        })
    };
    let ranges = ranges(file, partitions as u64)?;
    StreamingTable::try_new(
        Arc::clone(&schema),
        ranges.into_iter().map(partition).collect(),
    )
}

/// Divides a file into parts of about the same size, of whole lines.
fn ranges(file: &Path, parts: u64) -> io::Result<Vec<Range<u64>>> {
    let file = File::open(file)?;
    let length = file.metadata()?.len();
    let mut reader = BufReader::new(file);
    let (mut ranges, mut start) = (Vec::new(), 0);
    for part in 1..=parts {
        let target = (length * part / parts).max(start);
        reader.seek(SeekFrom::Start(target))?;
        let end = if target == length {
            length
        } else {
            target + reader.skip_until(b'\n')? as u64
        };
        if end > start {
            ranges.push(start..end);
            start = end;
        }
    }
    Ok(ranges)
}

/// A part of a file.
#[derive(Debug)]
struct Partition<T> {
    schema: SchemaRef,
    lines: Lines<T>,
}

/// What the thread that decodes needs.
#[derive(Debug)]
struct Lines<T> {
    file: PathBuf,
    range: Range<u64>,
    bad_lines: Arc<BadLines>,
    shape: PhantomData<fn() -> T>,
}

impl<T: Shape + 'static> PartitionStream for Partition<T> {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _: Arc<TaskContext>) -> SendableRecordBatchStream {
        let mut stream =
            RecordBatchReceiverStream::builder(Arc::clone(&self.schema), WAITING_BATCHES);
        let (sender, lines) = (stream.tx(), self.lines.clone());
        stream.spawn_blocking(move || lines.send(&sender));
        stream.build()
    }
}

impl<T: Shape> Lines<T> {
    /// Decodes the lines, until the engine needs no more.
    fn send(&self, sender: &Sender<Result<RecordBatch>>) -> Result<()> {
        let mut file = File::open(&self.file)?;
        file.seek(SeekFrom::Start(self.range.start))?;
        let part = file.take(self.range.end - self.range.start);
        let mut bad_lines = PartitionLines::default();
        for batch in iot_jobs_arrow::batches::<T, _>(BufReader::with_capacity(READ_BYTES, part)) {
            match batch {
                Ok(batch) => {
                    if sender.blocking_send(Ok(batch)).is_err() {
                        break;
                    }
                }
                Err(error) if error.is_io() => {
                    return Err(DataFusionError::External(Box::new(error)));
                }
                Err(error) => bad_lines.add(&error),
            }
        }
        self.bad_lines.set(self.range.start, bad_lines);
        Ok(())
    }
}

// Not derived, since that requires it of the shape.
impl<T> Clone for Lines<T> {
    fn clone(&self) -> Self {
        Self {
            file: self.file.clone(),
            range: self.range.clone(),
            bad_lines: Arc::clone(&self.bad_lines),
            shape: PhantomData,
        }
    }
}
