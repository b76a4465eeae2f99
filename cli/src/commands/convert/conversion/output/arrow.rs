//! Arrow IPC files.

use std::io;

use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use arrow_schema::SchemaRef;

use super::{error::of_arrow, size::rows_of};
use crate::commands::convert::conversion::files::NewFile;

/// Starts a file.
pub(super) fn start(file: NewFile, schema: &SchemaRef) -> io::Result<FileWriter<NewFile>> {
    FileWriter::try_new(file, schema).map_err(of_arrow)
}

/// Writes batches; returns the number of their rows.
pub(super) fn write(writer: &mut FileWriter<NewFile>, batches: &[RecordBatch]) -> io::Result<u64> {
    for batch in batches {
        writer.write(batch).map_err(of_arrow)?;
    }
    Ok(batches.iter().map(rows_of).sum())
}

/// Writes the end of the file.
pub(super) fn finish(writer: FileWriter<NewFile>) -> io::Result<NewFile> {
    writer.into_inner().map_err(of_arrow)
}
