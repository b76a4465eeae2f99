//! Newline-delimited JSON in chunks of whole lines, for several threads.

use std::{
    fmt,
    io::{self, Read},
    iter::FusedIterator,
    mem,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use super::{Lines, MAX_LINE_BYTES};
use crate::{codec::from_slice, error::Error, shape::Shape};

/// The size of a chunk: large enough that passing it to another thread costs little.
const CHUNK_BYTES: usize = 1 << 18;
/// How many buffers are kept for later chunks; more are idle only if many chunks were kept at once.
const MAX_IDLE: usize = 16;

/// Newline-delimited JSON in chunks of whole lines, in the order of the input.
///
/// The iterator only reads and counts lines, so that other threads decode: it starts none, but several threads
/// can take chunks from it. The lines of all chunks are those of [`codec::lines`](super::lines), with the same line
/// numbers and errors. A failure of the reader ends the iteration, after a chunk of the lines before it.
///
/// ```
/// use iot_jobs::{Error, codec, types::JobSummary};
/// use rayon::iter::{ParallelBridge, ParallelIterator};
///
/// let input = "{\"jobId\": \"a\"}\n{\"jobId\": 1}\n{\"jobId\": \"c\"}\n";
/// let jobs = codec::chunks(input.as_bytes())
///     .par_bridge()
///     .map(|chunk| Ok(chunk?.lines::<JobSummary>().filter(Result::is_ok).count()))
///     .try_reduce(|| 0, |one, other| Ok::<_, Error>(one + other))?;
/// assert_eq!(jobs, 2);
/// # Ok::<(), Error>(())
/// ```
pub struct Chunks<R> {
    reader: R,
    /// What was read after the last chunk.
    rest: Vec<u8>,
    lines: usize,
    chunk_bytes: usize,
    max_line_bytes: usize,
    /// Whether the reader is at its end, or has failed.
    ended: bool,
    failure: Option<io::Error>,
    idle: Arc<Idle>,
}

/// The buffers of chunks that were dropped.
type Idle = Mutex<Vec<Vec<u8>>>;

/// Splits newline-delimited JSON into chunks of whole lines, of 256 KiB unless [`Chunks::chunk_bytes`] sets another
/// size; a line may have 1 MiB unless [`Chunks::max_line_bytes`] sets another limit.
pub fn chunks<R: Read>(reader: R) -> Chunks<R> {
    Chunks {
        reader,
        rest: Vec::new(),
        lines: 0,
        chunk_bytes: CHUNK_BYTES,
        max_line_bytes: MAX_LINE_BYTES,
        ended: false,
        failure: None,
        idle: Arc::default(),
    }
}

impl<R> Chunks<R> {
    /// Sets the size of a chunk in bytes; only the chunk of a longer line is larger.
    pub fn chunk_bytes(mut self, bytes: usize) -> Self {
        self.chunk_bytes = bytes.max(1);
        self
    }

    /// Rejects lines of more than this many bytes.
    pub fn max_line_bytes(mut self, bytes: usize) -> Self {
        self.max_line_bytes = bytes;
        self
    }
}

impl<R: Read> Chunks<R> {
    /// Reads whole lines into a buffer, which stays empty if there are none.
    fn fill(&mut self, text: &mut Vec<u8>) {
        text.append(&mut self.rest);
        let mut searched = 0;
        loop {
            let unsearched = text.get(searched..).unwrap_or_default();
            let end = memchr::memrchr(b'\n', unsearched).map(|end| searched + end + 1);
            if self.ended {
                // A line that the reader failed in is not a line.
                if self.failure.is_some() {
                    text.truncate(end.unwrap_or(0));
                }
                return;
            }
            if let Some(end) = end {
                self.rest
                    .extend_from_slice(text.get(end..).unwrap_or_default());
                text.truncate(end);
                return;
            }
            searched = text.len();
            let Some(allowed) = self.max_line_bytes.checked_sub(searched) else {
                return self.skip_line(text);
            };
            let missing = match self.chunk_bytes.saturating_sub(searched) {
                0 => self.chunk_bytes.min(allowed.saturating_add(1)),
                missing => missing,
            };
            self.read(text, missing);
        }
    }

    /// Shortens a line that is too long, so that it is still too long, and skips its end.
    fn skip_line(&mut self, line: &mut Vec<u8>) {
        line.truncate(self.max_line_bytes.saturating_add(1));
        let mut rest = mem::take(&mut self.rest);
        while !self.ended {
            rest.clear();
            self.read(&mut rest, self.chunk_bytes);
            if let Some(end) = memchr::memchr(b'\n', &rest) {
                line.push(b'\n');
                rest.drain(..=end);
                self.rest = rest;
                return;
            }
        }
        if self.failure.is_some() {
            line.clear();
        }
    }

    /// Appends bytes of the reader; fewer than asked for at its end.
    fn read(&mut self, buffer: &mut Vec<u8>, bytes: usize) {
        let limit = u64::try_from(bytes).unwrap_or(u64::MAX);
        match self.reader.by_ref().take(limit).read_to_end(buffer) {
            Ok(read) => self.ended = read < bytes,
            Err(error) => {
                self.ended = true;
                self.failure = Some(error);
            }
        }
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if !self.ended || !self.rest.is_empty() {
            let idle = lock(&self.idle).pop();
            let capacity = self.chunk_bytes.min(CHUNK_BYTES);
            let mut chunk = Chunk {
                text: idle.unwrap_or_else(|| Vec::with_capacity(capacity)),
                lines_before: self.lines,
                max_line_bytes: self.max_line_bytes,
                idle: Arc::downgrade(&self.idle),
            };
            chunk.text.clear();
            self.fill(&mut chunk.text);
            if !chunk.text.is_empty() {
                self.lines += memchr::memchr_iter(b'\n', &chunk.text).count();
                return Some(Ok(chunk));
            }
        }
        self.failure.take().map(|error| Err(Error::from_io(error)))
    }
}

impl<R: Read> FusedIterator for Chunks<R> {}

impl<R> fmt::Debug for Chunks<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks")
            .field("lines", &self.lines)
            .field("chunk_bytes", &self.chunk_bytes)
            .field("max_line_bytes", &self.max_line_bytes)
            .finish_non_exhaustive()
    }
}

/// Some whole lines of newline-delimited JSON.
///
/// When it is dropped, its buffer is used for a later chunk.
pub struct Chunk {
    text: Vec<u8>,
    lines_before: usize,
    max_line_bytes: usize,
    idle: Weak<Idle>,
}

impl Chunk {
    /// Decodes the lines where they are; line numbers are those of the whole input.
    ///
    /// ```
    /// use iot_jobs::{codec, types::JobSummary};
    ///
    /// let input = "{\"jobId\": \"a\"}\n{\"jobId\": 1}\n";
    /// let chunks: Vec<_> = codec::chunks(input.as_bytes()).chunk_bytes(16).collect::<Result<_, _>>()?;
    /// assert_eq!(chunks.len(), 2);
    /// let error = chunks[1].lines::<JobSummary>().next().expect("a line").unwrap_err();
    /// assert_eq!(error.line(), Some(2));
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn lines<T: Shape>(&self) -> Lines<T, &[u8]> {
        Lines {
            number: self.lines_before,
            ..Lines::new(&*self.text, from_slice).max_line_bytes(self.max_line_bytes)
        }
    }

    /// The lines, each with its line break; a line that is too long can lack its end.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The number of lines before this chunk.
    pub fn lines_before(&self) -> usize {
        self.lines_before
    }
}

impl fmt::Debug for Chunk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunk")
            .field("lines_before", &self.lines_before)
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

impl Drop for Chunk {
    fn drop(&mut self) {
        if let Some(idle) = self.idle.upgrade() {
            let mut idle = lock(&idle);
            if idle.len() < MAX_IDLE {
                idle.push(mem::take(&mut self.text));
            }
        }
    }
}

/// The idle buffers; no code panics while they are locked.
fn lock(idle: &Idle) -> impl std::ops::DerefMut<Target = Vec<Vec<u8>>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}
