//! Numbers of rows and bytes.

use arrow_array::RecordBatch;

/// How many rows and bytes of JSON one thread encodes together.
#[derive(Clone, Copy)]
pub(crate) struct GroupSize {
    pub(crate) rows: usize,
    pub(crate) bytes: usize,
    /// The rows of a batch, if their text is not too long.
    pub(crate) batch_rows: usize,
}

/// A row group of Parquet, sized for engines, which read one with each thread.
pub(super) const ROW_GROUP: GroupSize = GroupSize {
    rows: 1 << 17,
    bytes: 64 << 20,
    // The encoder reads the columns of a small batch from the processor's cache.
    batch_rows: 2048,
};

/// A group of another format, of which less is in memory.
pub(super) const SMALL_GROUP: GroupSize = GroupSize {
    rows: 1 << 14,
    bytes: 8 << 20,
    batch_rows: 8192,
};

/// The number of rows of a batch.
pub(super) fn rows_of(batch: &RecordBatch) -> u64 {
    u64::try_from(batch.num_rows()).unwrap_or_default()
}
