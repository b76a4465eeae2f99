//! A reader that keeps a copy of the last line, to show it with an error in it.

use std::{
    cell::RefCell,
    io::{self, BufRead, Read},
};

/// Copies the line that is being read to a cell, which stays readable while the reader is borrowed.
pub(super) struct LastLine<'c, R> {
    reader: R,
    line: &'c RefCell<Vec<u8>>,
    /// The number of bytes that are kept of a line.
    max_bytes: usize,
    complete: bool,
}

impl<'c, R> LastLine<'c, R> {
    /// Wraps a reader; so many bytes of its last line are copied to this cell.
    pub(super) fn new(reader: R, line: &'c RefCell<Vec<u8>>, max_bytes: usize) -> Self {
        Self {
            reader,
            line,
            max_bytes,
            complete: false,
        }
    }
}

impl<R: BufRead> Read for LastLine<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for LastLine<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // The buffer was filled before, so that this returns the same bytes and does not read.
        let filled = self.reader.fill_buf().unwrap_or_default();
        match filled.get(..amount) {
            None | Some([]) => {}
            Some(piece) => {
                let mut line = self.line.borrow_mut();
                if self.complete {
                    line.clear();
                }
                self.complete = piece.ends_with(b"\n");
                let room = self.max_bytes.saturating_sub(line.len());
                line.extend_from_slice(piece.get(..room).unwrap_or(piece));
            }
        }
        self.reader.consume(amount);
    }
}
