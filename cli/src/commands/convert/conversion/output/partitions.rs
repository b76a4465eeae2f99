//! Parquet files in a directory for each partition.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufWriter},
};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::{arrow::ArrowWriter, file::properties::WriterProperties};

use super::{
    error::of_parquet,
    limit,
    parquet::properties,
    size::{ROW_GROUP, rows_of},
};
use crate::commands::convert::conversion::files::NewDirectory;

/// The memory of row groups that are not complete, after which the largest is written.
const MAX_MEMORY: usize = 48 << 20;

/// The files of the partitions.
pub(crate) struct PartitionWriters {
    /// Before the directory, since to remove it takes files that can be opened, and fields are dropped in order.
    writers: BTreeMap<String, ArrowWriter<BufWriter<File>>>,
    directory: NewDirectory,
    schema: SchemaRef,
    properties: WriterProperties,
}

impl PartitionWriters {
    /// Writes files with these columns.
    pub(crate) fn new(directory: NewDirectory, schema: &SchemaRef) -> io::Result<Self> {
        let properties = properties()?.into_builder();
        Ok(Self {
            writers: BTreeMap::new(),
            directory,
            schema: SchemaRef::clone(schema),
            properties: properties
                .set_max_row_group_row_count(Some(ROW_GROUP.rows))
                .build(),
        })
    }

    /// The number of partitions.
    pub(crate) fn len(&self) -> usize {
        self.writers.len()
    }

    /// Writes batches, each to its partition; returns the number of their rows.
    pub(super) fn write(&mut self, batches: &[(String, RecordBatch)]) -> io::Result<u64> {
        let new = batches.iter().map(|(directory, _)| directory.as_str());
        let new = new.filter(|it| !self.writers.contains_key(*it));
        limit::check(self.writers.len(), new)?;
        for (directory, batch) in batches {
            if !self.writers.contains_key(directory) {
                let writer = self.start(directory)?;
                self.writers.insert(directory.clone(), writer);
            }
            if let Some(writer) = self.writers.get_mut(directory) {
                writer.write(batch).map_err(of_parquet)?;
            }
        }
        self.bound_memory()?;
        Ok(batches.iter().map(|(_, batch)| rows_of(batch)).sum())
    }

    fn start(&self, directory: &str) -> io::Result<ArrowWriter<BufWriter<File>>> {
        let path = self.directory.path().join(directory);
        fs::create_dir(&path)?;
        let file = BufWriter::new(File::create_new(path.join("part-0.parquet"))?);
        let (schema, properties) = (SchemaRef::clone(&self.schema), self.properties.clone());
        ArrowWriter::try_new(file, schema, Some(properties)).map_err(of_parquet)
    }

    /// Writes the largest row groups until the others take little memory.
    fn bound_memory(&mut self) -> io::Result<()> {
        let mut sizes: Vec<_> = self
            .writers
            .values()
            .map(ArrowWriter::memory_size)
            .collect();
        let mut total: usize = sizes.iter().sum();
        while total > MAX_MEMORY {
            let largest = sizes.iter().enumerate().max_by_key(|(_, size)| **size);
            let Some((index, size)) = largest.map(|(index, size)| (index, *size)) else {
                break;
            };
            if let Some(writer) = self.writers.values_mut().nth(index) {
                writer.flush().map_err(of_parquet)?;
            }
            total -= size;
            if let Some(size) = sizes.get_mut(index) {
                *size = 0;
            }
        }
        Ok(())
    }

    /// Ends all files.
    pub(super) fn finish(self) -> io::Result<NewDirectory> {
        for writer in self.writers.into_values() {
            let file = writer.into_inner().map_err(of_parquet)?;
            file.into_inner()
                .map_err(io::IntoInnerError::into_error)?
                .sync_all()?;
        }
        Ok(self.directory)
    }
}
