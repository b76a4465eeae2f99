//! Inputs: where they come from, and one after another what they decode to.

use std::{
    cell::RefCell,
    ffi::OsString,
    fmt,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::PathBuf,
};

use iot_jobs::{
    Error,
    shape::{DynShape, Entry},
};

use crate::{arguments::Inputs, report, tally::Tally};

mod last_line;

use last_line::LastLine;

/// Where inputs come from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// Standard input, written `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl From<OsString> for Source {
    fn from(argument: OsString) -> Self {
        if argument == "-" {
            Self::Stdin
        } else {
            Self::File(argument.into())
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("-"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

impl Source {
    /// All that it holds.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.open()?.read_to_end(&mut text)?;
        Ok(text)
    }

    fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(match self {
            Self::Stdin => Box::new(io::stdin().lock()),
            Self::File(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
        })
    }
}

/// One input and what came of it.
pub(crate) struct Input<'a> {
    /// The file, as it was named.
    pub(crate) file: &'a str,
    /// The line, where each line is an input.
    pub(crate) line: Option<usize>,
    /// The name of the shape.
    pub(crate) shape: &'a str,
    /// The payload, or as much of its line as was kept.
    pub(crate) text: &'a [u8],
}

impl Input<'_> {
    /// The line of the file with this number, if this input holds it.
    pub(crate) fn line_of_text(&self, number: usize) -> Option<&[u8]> {
        let first = self.line.unwrap_or(1);
        let mut lines = self.text.split(|byte| *byte == b'\n');
        lines.nth(number.checked_sub(first)?)
    }
}

/// A decoded value and its canonical text.
pub(crate) struct Decoded {
    pub(crate) value: Box<dyn DynShape>,
    pub(crate) canonical: String,
}

/// Takes what came of each input.
pub(crate) type Sink<'s> = dyn FnMut(&Input<'_>, Result<Decoded, Error>) -> io::Result<()> + 's;

impl Inputs {
    /// Decodes one input after another; those that cannot be read are complained about and passed over.
    pub(crate) fn each(&self, tally: &mut Tally, sink: &mut Sink<'_>) -> io::Result<()> {
        // The command line is not accepted without.
        let Some(entry) = self.shape() else {
            return Ok(());
        };
        let mut run = Run {
            entry,
            shape: entry.name(),
            tally,
            sink,
        };
        for source in &self.sources {
            let file = source.to_string();
            let unreadable = match source.open() {
                Ok(reader) if self.ndjson => run.each_line(&file, reader)?,
                Ok(reader) => run.whole(&file, reader)?,
                Err(error) => Some(error.to_string()),
            };
            if let Some(reason) = unreadable {
                run.tally.unreadable += 1;
                report::cannot_read(&file, &reason);
            }
        }
        Ok(())
    }
}

/// A run over inputs of one shape.
struct Run<'r, 's> {
    entry: Entry,
    shape: String,
    tally: &'r mut Tally,
    sink: &'r mut Sink<'s>,
}

impl Run<'_, '_> {
    /// Decodes what a reader holds; answers why it cannot be read.
    fn whole(&mut self, file: &str, mut reader: impl Read) -> io::Result<Option<String>> {
        let mut text = Vec::new();
        if let Err(error) = reader.read_to_end(&mut text) {
            return Ok(Some(error.to_string()));
        }
        let result = self.entry.decode(&text);
        self.deliver(file, None, &text, result)?;
        Ok(None)
    }

    /// Decodes each line of a reader; answers why it cannot be read further.
    fn each_line(&mut self, file: &str, reader: impl BufRead) -> io::Result<Option<String>> {
        let text = RefCell::default();
        let mut lines = self.entry.lines(LastLine::new(reader, &text));
        while let Some(result) = lines.next() {
            match result {
                Err(error) if error.is_io() => return Ok(Some(error.message().to_owned())),
                result => self.deliver(file, Some(lines.line_number()), &text.borrow(), result)?,
            }
        }
        Ok(None)
    }

    fn deliver(
        &mut self,
        file: &str,
        line: Option<usize>,
        text: &[u8],
        result: Result<Box<dyn DynShape>, Error>,
    ) -> io::Result<()> {
        let decoded = result.and_then(|value| {
            Ok(Decoded {
                canonical: value.to_json()?,
                value,
            })
        });
        match decoded {
            Ok(_) => self.tally.decoded += 1,
            Err(_) => self.tally.failed += 1,
        }
        let input = Input {
            file,
            line,
            shape: &self.shape,
            text,
        };
        (self.sink)(&input, decoded)
    }
}
