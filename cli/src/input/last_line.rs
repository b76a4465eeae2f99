//! A reader that remembers the line that went through it last, to show it beside its error.

use std::{
    cell::RefCell,
    io::{self, BufRead, Read},
};

/// The most that is kept of a line; what the reader of lines takes by default.
const KEPT: usize = 1 << 20;

/// Keeps a copy of the line that is read through it, in a cell that others may look into.
pub(super) struct LastLine<'c, R> {
    reader: R,
    line: &'c RefCell<Vec<u8>>,
    complete: bool,
}

impl<'c, R> LastLine<'c, R> {
    /// A reader that keeps its line in this cell.
    pub(super) fn new(reader: R, line: &'c RefCell<Vec<u8>>) -> Self {
        Self {
            reader,
            line,
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
        // What is consumed was filled before, so this gives the same bytes and reads nothing.
        let filled = self.reader.fill_buf().unwrap_or_default();
        match filled.get(..amount) {
            None | Some([]) => {}
            Some(piece) => {
                let mut line = self.line.borrow_mut();
                if self.complete {
                    line.clear();
                }
                self.complete = piece.ends_with(b"\n");
                let room = KEPT.saturating_sub(line.len());
                line.extend_from_slice(piece.get(..room).unwrap_or(piece));
            }
        }
        self.reader.consume(amount);
    }
}
