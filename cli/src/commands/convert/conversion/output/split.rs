//! The rows of a group by partition.

use std::{collections::BTreeMap, io};

use arrow_array::{RecordBatch, UInt32Array};
use arrow_schema::SchemaRef;
use arrow_select::take::take_record_batch;

use super::{error::of_arrow, limit, partition_key::PartitionKey};

/// The rows of a group by partition, in the order of the directories' names.
pub(crate) struct Split<'k> {
    key: &'k PartitionKey,
    batches: Vec<(String, RecordBatch)>,
}

impl<'k> Split<'k> {
    pub(super) fn by(key: &'k PartitionKey) -> Self {
        Self {
            key,
            batches: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let (column, columns) = self.key.columns(batch.columns());
        let Some(column) = column else {
            return Err(io::Error::other("a batch has no column of partitions"));
        };
        let mut rows: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut last: Option<(usize, String)> = None;
        for row in 0..batch.num_rows() {
            let directory = match last {
                Some((before, directory)) if self.key.is_same(column, before, row) => directory,
                _ => self.key.directory(column, row)?,
            };
            let index = u32::try_from(row).map_err(io::Error::other)?;
            match rows.get_mut(&directory) {
                Some(rows) => rows.push(index),
                None => _ = rows.insert(directory.clone(), vec![index]),
            }
            last = Some((row, directory));
        }
        let before = self.batches.iter().map(|(directory, _)| directory);
        limit::check(0, before.chain(rows.keys()).map(String::as_str))?;
        let schema = SchemaRef::clone(self.key.schema());
        let kept = RecordBatch::try_new(schema, columns).map_err(of_arrow)?;
        for (directory, rows) in rows {
            let rows = UInt32Array::from(rows);
            let taken = take_record_batch(&kept, &rows).map_err(of_arrow)?;
            self.batches.push((directory, taken));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Vec<(String, RecordBatch)> {
        self.batches
    }
}
