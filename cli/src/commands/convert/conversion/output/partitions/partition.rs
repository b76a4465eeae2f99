//! The file of a partition.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::{arrow::ArrowWriter, file::properties::WriterProperties};

use super::closed_file::ClosedFile;
use crate::commands::convert::conversion::output::error::of_parquet;

/// What all files start with.
pub(super) struct FileStart {
    pub(super) schema: SchemaRef,
    pub(super) properties: WriterProperties,
}

/// The file of a partition, and its rows that are not encoded yet.
///
/// An encoder of columns takes megabytes, so that there is one only while a row group is written.
pub(super) struct Partition {
    directory: PathBuf,
    batches: Vec<RecordBatch>,
    rows: usize,
    memory: usize,
    /// `None` until its first row group.
    file: Option<ArrowWriter<ClosedFile>>,
}

impl Partition {
    /// A partition without rows, whose file is in this directory.
    pub(super) fn new(directory: PathBuf) -> Self {
        Self {
            directory,
            batches: Vec::new(),
            rows: 0,
            memory: 0,
            file: None,
        }
    }

    /// The number of rows that are not encoded.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The memory of these rows.
    pub(super) fn memory(&self) -> usize {
        self.memory
    }

    /// Keeps rows; returns their memory.
    pub(super) fn push(&mut self, batch: RecordBatch) -> usize {
        let memory = batch.get_array_memory_size();
        self.memory += memory;
        self.rows += batch.num_rows();
        self.batches.push(batch);
        memory
    }

    /// Writes the rows as a row group; returns their memory.
    pub(super) fn flush(&mut self, start: &FileStart) -> io::Result<usize> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(start.create(&self.directory)?),
        };
        for batch in self.batches.drain(..) {
            file.write(&batch).map_err(of_parquet)?;
        }
        file.flush().map_err(of_parquet)?;
        file.inner_mut().close();
        self.rows = 0;
        Ok(std::mem::take(&mut self.memory))
    }

    /// Writes the rest of the file, to the disk.
    pub(super) fn finish(mut self, start: &FileStart) -> io::Result<()> {
        if self.rows > 0 || self.file.is_none() {
            self.flush(start)?;
        }
        let Some(file) = self.file else {
            return Ok(());
        };
        file.into_inner().map_err(of_parquet)?.sync()
    }
}

impl FileStart {
    fn create(&self, directory: &Path) -> io::Result<ArrowWriter<ClosedFile>> {
        fs::create_dir(directory)?;
        let file = ClosedFile::create(directory.join("part-0.parquet"))?;
        let (schema, properties) = (SchemaRef::clone(&self.schema), self.properties.clone());
        ArrowWriter::try_new(file, schema, Some(properties)).map_err(of_parquet)
    }
}
