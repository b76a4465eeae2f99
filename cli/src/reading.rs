//! From sources to inputs.

use std::{
    cell::RefCell,
    io::{self, BufRead, Read},
};

use iot_jobs::{
    Error,
    catalog::{DynShape, ShapeEntry},
};

use crate::{
    counts::{InputCounts, Outcome},
    input::Input,
    stderr,
};

mod directory;
mod exclude;
mod last_line;
mod limited;
mod progress;
mod source;

pub use self::{
    directory::{Extensions, Skipped},
    exclude::Exclude,
    source::Source,
};
use self::{last_line::LastLine, limited::Unit, progress::Progress};

/// The maximum size of an input unless the command line sets another.
pub const DEFAULT_MAX_SIZE: u64 = 16 << 20;

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// The sources, in this order.
    pub sources: Vec<Source>,
    /// The files of directories that are read.
    pub extensions: Extensions,
    /// The files and directories of directories that are not read.
    pub exclude: Vec<Exclude>,
    /// Whether each line is an input.
    pub ndjson: bool,
    /// The maximum number of bytes of an input.
    pub max_size: u64,
}

/// A value of some shape, or why the input does not decode.
pub type DecodeResult = Result<Box<dyn DynShape>, Error>;

/// Takes an input with its value and returns its outcome.
pub type ValueHandler<'h> = dyn FnMut(&Input<'_>, DecodeResult) -> io::Result<Outcome> + 'h;

/// Takes an input and returns its outcome.
pub type InputHandler<'h> = dyn FnMut(&Input<'_>) -> io::Result<Outcome> + 'h;

/// Reads an open file; returns why it cannot be read further.
type FileReader<'r> =
    dyn FnMut(&str, Box<dyn BufRead>, &mut Reading<'_>) -> io::Result<Option<String>> + 'r;

/// The bytes of a source, at most so many; `None` if it cannot be read, which is printed and counted.
pub fn read_one(source: &Source, max_size: u64, counts: &mut InputCounts) -> Option<Vec<u8>> {
    let text = source.read(max_size);
    if let Err(error) = &text {
        counts.add(Outcome::Unreadable);
        stderr::cannot_read(&source.to_string(), &error.to_string());
    }
    text.ok()
}

impl ReadOptions {
    /// Decodes each input as this shape. Files that cannot be read are printed on standard error and
    /// counted.
    pub fn for_each_value(
        &self,
        shape: ShapeEntry,
        counts: &mut InputCounts,
        handle: &mut ValueHandler<'_>,
    ) -> io::Result<()> {
        self.for_each_file(counts, &mut |file, reader, reading| {
            if !self.ndjson {
                return reading.whole_file(file, reader, &mut |input| {
                    handle(input, shape.decode(input.text))
                });
            }
            let text = RefCell::default();
            let max = usize::try_from(self.max_size).unwrap_or(usize::MAX);
            let lines = shape.lines(LastLine::new(reader, &text, max));
            let mut lines = lines.max_line_bytes(max);
            while let Some(value) = lines.next() {
                match value {
                    Err(error) if error.is_io() => return Ok(Some(error.message().to_owned())),
                    value => {
                        let input = Input {
                            file,
                            line: Some(lines.line_number()),
                            text: &text.borrow(),
                        };
                        reading.handle(input.text.len(), || handle(&input, value))?;
                    }
                }
            }
            Ok(None)
        })
    }

    /// Reads each file as an input. Files that cannot be read are printed on standard error and counted.
    pub fn for_each_input(
        &self,
        counts: &mut InputCounts,
        handle: &mut InputHandler<'_>,
    ) -> io::Result<()> {
        self.for_each_file(counts, &mut |file, reader, reading| {
            reading.whole_file(file, reader, handle)
        })
    }

    fn for_each_file(&self, counts: &mut InputCounts, read: &mut FileReader<'_>) -> io::Result<()> {
        let sources = self.sources.iter();
        let files = sources.flat_map(|source| source.files(self.extensions, &self.exclude).0);
        let files: Vec<_> = files.collect();
        let byte_count = files.iter().flatten().map(Source::byte_count).sum();
        let unit = if self.ndjson { Unit::Line } else { Unit::File };
        // A line that is too long is an error, after which the others are read, unless it has no end.
        let max_size = match unit {
            Unit::File => self.max_size,
            Unit::Line => self.max_size.max(DEFAULT_MAX_SIZE),
        };
        let mut reading = Reading {
            counts,
            progress: Progress::new(byte_count),
        };
        for file in files {
            let (name, opened) = match file {
                Ok(file) => (file.to_string(), file.open(unit, max_size)),
                Err((source, error)) => (source.to_string(), Err(error)),
            };
            let unreadable = match opened {
                Ok(reader) => read(&name, reader, &mut reading)?,
                Err(error) => Some(error.to_string()),
            };
            if let Some(reason) = unreadable {
                reading.counts.add(Outcome::Unreadable);
                reading.progress.clear();
                stderr::cannot_read(&name, &reason);
            }
        }
        Ok(())
    }
}

/// The state of reading all files.
struct Reading<'c> {
    counts: &'c mut InputCounts,
    progress: Progress,
}

impl Reading<'_> {
    /// Reads a file as one input; returns why it cannot be read.
    fn whole_file(
        &mut self,
        file: &str,
        mut reader: impl Read,
        handle: &mut InputHandler<'_>,
    ) -> io::Result<Option<String>> {
        let mut text = Vec::new();
        if let Err(error) = reader.read_to_end(&mut text) {
            return Ok(Some(error.to_string()));
        }
        let input = Input {
            file,
            line: None,
            text: &text,
        };
        self.handle(text.len(), || handle(&input))?;
        Ok(None)
    }

    /// Handles an input of so many bytes, and counts it.
    fn handle(
        &mut self,
        bytes: usize,
        handle: impl FnOnce() -> io::Result<Outcome>,
    ) -> io::Result<()> {
        self.progress.before_output();
        self.counts.add(handle()?);
        self.progress.advance(bytes, *self.counts);
        Ok(())
    }
}
