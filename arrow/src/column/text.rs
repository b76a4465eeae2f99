//! Strings and bytes, one after the other.

use iot_jobs::columns::CellError;

use super::Room;

/// The values of a column of strings or bytes, and where each ends.
pub(super) struct Text<B> {
    pub(super) buffer: B,
    pub(super) ends: Vec<i32>,
    /// The end that no value exceeds.
    limit: i32,
}

/// A buffer of text or bytes.
pub(super) trait Buffer {
    fn with_capacity(bytes: usize) -> Self;
    fn len(&self) -> usize;
    fn truncate(&mut self, len: usize);
}

impl Buffer for String {
    fn with_capacity(bytes: usize) -> Self {
        Self::with_capacity(bytes)
    }

    fn len(&self) -> usize {
        self.len()
    }

    fn truncate(&mut self, len: usize) {
        self.truncate(len);
    }
}

impl Buffer for Vec<u8> {
    fn with_capacity(bytes: usize) -> Self {
        Self::with_capacity(bytes)
    }

    fn len(&self) -> usize {
        self.len()
    }

    fn truncate(&mut self, len: usize) {
        self.truncate(len);
    }
}

impl<B: Buffer> Text<B> {
    /// A column without values.
    pub(super) fn new(room: Room) -> Self {
        Self {
            buffer: B::with_capacity(0),
            ends: Vec::with_capacity(room.rows),
            limit: room.bytes,
        }
    }

    /// Ends the value that was appended to the buffer; an empty one, if none was.
    #[inline]
    pub(super) fn end(&mut self) -> Result<(), CellError> {
        match i32::try_from(self.buffer.len()) {
            Ok(end) if end <= self.limit => {
                self.ends.push(end);
                Ok(())
            }
            _ => Err(CellError::Full),
        }
    }

    /// Removes the values from this one on, and what was appended after the last end.
    pub(super) fn truncate(&mut self, rows: usize) {
        self.ends.truncate(rows);
        self.buffer.truncate(super::last(&self.ends));
    }
}
