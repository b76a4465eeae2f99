//! Newline-delimited JSON: one value a line, in constant memory.

mod chunks;

use std::io::{self, BufRead, Read};

pub use self::chunks::{Chunk, Chunks, chunks};
use super::{Decode, from_slice};
use crate::{
    error::{Category, Error},
    path::Path,
    shape::Shape,
    text::Position,
};

/// The limit of a line unless another is set.
const MAX_LINE_BYTES: usize = 1 << 20;

/// The values of newline-delimited JSON, a line each.
///
/// A line that does not decode is an error with its line number, and reading continues after it; a failure of
/// the reader itself ends the iteration. Blank lines are skipped.
///
/// ```
/// use iot_jobs::{codec, types::JobSummary};
///
/// let input = "{\"jobId\": \"a\"}\n{\"jobId\": 1}\n{\"jobId\": \"c\"}\n";
/// let read: Vec<_> = codec::lines::<JobSummary, _>(input.as_bytes()).collect();
/// assert_eq!(read[0].as_ref().unwrap().job_id(), Some("a"));
/// assert_eq!(read[1].as_ref().unwrap_err().line(), Some(2));
/// assert_eq!(read[2].as_ref().unwrap().job_id(), Some("c"));
/// ```
#[derive(Debug)]
pub struct Lines<T, R> {
    reader: R,
    line: Vec<u8>,
    number: usize,
    max_line_bytes: usize,
    failed: bool,
    decode: Decode<T>,
}

/// Reads newline-delimited JSON; a line may have 1 MiB unless [`Lines::max_line_bytes`] sets another limit.
pub fn lines<T: Shape, R: BufRead>(reader: R) -> Lines<T, R> {
    Lines::new(reader, from_slice)
}

impl<T, R> Lines<T, R> {
    /// The lines of a reader, decoded by a function.
    pub(crate) fn new(reader: R, decode: Decode<T>) -> Self {
        Self {
            reader,
            line: Vec::new(),
            number: 0,
            max_line_bytes: MAX_LINE_BYTES,
            failed: false,
            decode,
        }
    }

    /// Rejects lines of more than this many bytes.
    pub fn max_line_bytes(mut self, bytes: usize) -> Self {
        self.max_line_bytes = bytes;
        self
    }

    /// The number of the last line that was read, from 1.
    pub fn line_number(&self) -> usize {
        self.number
    }
}

impl<T, R: BufRead> Lines<T, R> {
    /// Reads a line that the reader's buffer contains only in part, or that is too long, up to its end.
    fn copy_line(&mut self) -> Result<(), Error> {
        self.line.clear();
        let limit = u64::try_from(self.max_line_bytes)
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        let mut start = Read::take(&mut self.reader, limit);
        start
            .read_until(b'\n', &mut self.line)
            .map_err(Error::from_io)?;
        self.number += 1;
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
        } else if self.line.len() > self.max_line_bytes {
            self.reader.skip_until(b'\n').map_err(Error::from_io)?;
            let message = format!("the line is longer than {} bytes", self.max_line_bytes);
            return Err(
                Error::new(Category::Limit, Path::root(), message).at(Position {
                    line: self.number,
                    column: 1,
                }),
            );
        }
        Ok(())
    }

    /// The value of the last line, or the error with its line.
    fn located(&self, value: Result<T, Error>) -> Result<T, Error> {
        match value {
            Err(error) => Err(error.after_lines(self.number - 1)),
            // Unlike `map_err`, this does not move the value.
            value => value,
        }
    }

    /// Ends the iteration if the error is a failure of the reader, and returns the error.
    #[cold]
    fn fail(&mut self, error: Error) -> Error {
        self.failed = error.is_io();
        error
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

impl<T, R: BufRead> Iterator for Lines<T, R> {
    type Item = Result<T, Error>;

    /// Decodes the next line, without a copy if the reader's buffer contains all of it.
    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            let buffered = match self.reader.fill_buf() {
                Ok([]) => return None,
                Ok(buffered) => buffered,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Some(Err(self.fail(Error::from_io(error)))),
            };
            let end = memchr::memchr(b'\n', buffered).filter(|end| *end <= self.max_line_bytes);
            if let Some(line) = end.and_then(|end| buffered.get(..end)) {
                self.number += 1;
                let read = line.len() + 1;
                if is_blank(line) {
                    self.reader.consume(read);
                    continue;
                }
                let value = (self.decode)(line);
                self.reader.consume(read);
                return Some(self.located(value));
            }
            if let Err(error) = self.copy_line() {
                return Some(Err(self.fail(error)));
            }
            if !is_blank(&self.line) {
                let value = (self.decode)(&self.line);
                return Some(self.located(value));
            }
        }
        None
    }
}
