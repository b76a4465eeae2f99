//! Parquet files in a directory for each partition.

mod closed_file;
mod partition;

use std::{collections::BTreeMap, io};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;

use self::partition::{FileStart, Partition};
use super::{
    limit,
    parquet::properties,
    size::{ROW_GROUP, rows_of},
};
use crate::commands::convert::conversion::files::NewDirectory;

/// The memory of rows that are not encoded, after which the largest row group is written.
const MAX_MEMORY: usize = 128 << 20;

/// The files of the partitions.
pub(crate) struct PartitionWriters {
    partitions: BTreeMap<String, Partition>,
    directory: NewDirectory,
    start: FileStart,
    /// The memory of the rows of all partitions.
    memory: usize,
}

impl PartitionWriters {
    /// Writes files with these columns.
    pub(crate) fn new(directory: NewDirectory, schema: &SchemaRef) -> io::Result<Self> {
        let properties = properties(schema)?.into_builder();
        let rows = Some(ROW_GROUP.rows);
        Ok(Self {
            partitions: BTreeMap::new(),
            directory,
            start: FileStart {
                schema: SchemaRef::clone(schema),
                properties: properties.set_max_row_group_row_count(rows).build(),
            },
            memory: 0,
        })
    }

    /// The number of partitions.
    pub(crate) fn len(&self) -> usize {
        self.partitions.len()
    }

    /// Writes batches, each to its partition; returns the number of their rows.
    pub(super) fn write(&mut self, batches: Vec<(String, RecordBatch)>) -> io::Result<u64> {
        let new = batches.iter().map(|(directory, _)| directory.as_str());
        let new = new.filter(|it| !self.partitions.contains_key(*it));
        limit::check(self.partitions.len(), new)?;
        let mut rows = 0;
        for (name, batch) in batches {
            rows += rows_of(&batch);
            let directory = self.directory.path().join(&name);
            let partition = self.partitions.entry(name);
            let partition = partition.or_insert_with(|| Partition::new(directory));
            if partition.rows() + batch.num_rows() > ROW_GROUP.rows {
                self.memory -= partition.flush(&self.start)?;
            }
            self.memory += partition.push(batch);
        }
        while self.memory > MAX_MEMORY {
            let partitions = self.partitions.values_mut();
            let Some(largest) = partitions.max_by_key(|partition| partition.memory()) else {
                break;
            };
            self.memory -= largest.flush(&self.start)?;
        }
        Ok(rows)
    }

    /// Ends all files.
    pub(super) fn finish(self) -> io::Result<NewDirectory> {
        for partition in self.partitions.into_values() {
            partition.finish(&self.start)?;
        }
        Ok(self.directory)
    }
}
