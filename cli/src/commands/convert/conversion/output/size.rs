//! Numbers of rows and bytes.

use arrow_array::RecordBatch;

/// How many rows and bytes of JSON one thread encodes together.
#[derive(Clone, Copy)]
pub(crate) struct GroupSize {
    pub(crate) rows: usize,
    pub(crate) bytes: usize,
}

/// A row group of Parquet, sized for engines, which read one with each thread.
pub(super) const ROW_GROUP: GroupSize = GroupSize {
    rows: 1 << 17,
    bytes: 64 << 20,
};

/// A group of another format, of which less is in memory.
pub(super) const SMALL_GROUP: GroupSize = GroupSize {
    rows: 1 << 14,
    bytes: 8 << 20,
};

/// The number of rows of a batch.
pub(super) fn rows_of(batch: &RecordBatch) -> u64 {
    u64::try_from(batch.num_rows()).unwrap_or_default()
}
