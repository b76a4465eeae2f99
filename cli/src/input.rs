//! Inputs: where they come from, and one after another what they hold.

use std::{
    cell::RefCell,
    ffi::OsString,
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::PathBuf,
};

use iot_jobs::{
    Error,
    shape::{DynShape, Entry},
};

use crate::{
    arguments::Inputs,
    report,
    tally::{Outcome, Tally},
};

mod last_line;
mod progress;
mod walk;

use last_line::LastLine;
use progress::Progress;

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

    /// What it means: itself, or the files of a directory.
    fn files(&self) -> Vec<Result<Self, (Self, io::Error)>> {
        match self {
            Self::File(path) if path.is_dir() => {
                let files = walk::json_files(path).into_iter();
                let fault = |(path, error)| (Self::File(path), error);
                files.map(|it| it.map(Self::File).map_err(fault)).collect()
            }
            source => vec![Ok(source.clone())],
        }
    }

    /// How many bytes a file holds.
    fn bytes(&self) -> Option<u64> {
        let Self::File(path) = self else { return None };
        let file = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(file.len())
    }
}

/// One input and what came of it.
pub(crate) struct Input<'a> {
    /// The file, as it was named.
    pub(crate) file: &'a str,
    /// The line, where each line is an input.
    pub(crate) line: Option<usize>,
    /// The name of the shape; `document` where the document's schema is still to be found.
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

    /// The input as `FILE` or `FILE:LINE`.
    pub(crate) fn name(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.to_owned(),
        }
    }
}

/// A value of some shape, or why there is none.
pub(crate) type Value = Result<Box<dyn DynShape>, Error>;

/// Takes the value of each input and says how it went.
pub(crate) type Sink<'s> = dyn FnMut(&Input<'_>, Value) -> io::Result<Outcome> + 's;

/// Takes each input as it came and says how it went.
pub(crate) type TextSink<'s> = dyn FnMut(&Input<'_>) -> io::Result<Outcome> + 's;

/// Reads an open file into a run; answers why it cannot be read further.
type Reading<'r> =
    dyn FnMut(&str, Box<dyn BufRead>, &mut Run<'_>) -> io::Result<Option<String>> + 'r;

impl Inputs {
    /// Decodes one input after another; those that cannot be read are complained about and passed over.
    pub(crate) fn each(
        &self,
        entry: Entry,
        tally: &mut Tally,
        sink: &mut Sink<'_>,
    ) -> io::Result<()> {
        let shape = entry.name();
        self.each_reader(tally, &mut |file, reader, run| {
            if !self.ndjson {
                return run.whole(file, &shape, reader, &mut |input| {
                    sink(input, entry.decode(input.text))
                });
            }
            let text = RefCell::default();
            let mut lines = entry.lines(LastLine::new(reader, &text));
            while let Some(value) = lines.next() {
                match value {
                    Err(error) if error.is_io() => return Ok(Some(error.message().to_owned())),
                    value => {
                        let input = Input {
                            file,
                            line: Some(lines.line_number()),
                            shape: &shape,
                            text: &text.borrow(),
                        };
                        run.report(input.text.len(), || sink(&input, value))?;
                    }
                }
            }
            Ok(None)
        })
    }

    /// Reads one job document after another, as [`each`](Self::each) does.
    pub(crate) fn each_document(
        &self,
        tally: &mut Tally,
        sink: &mut TextSink<'_>,
    ) -> io::Result<()> {
        self.each_reader(tally, &mut |file, reader, run| {
            run.whole(file, "document", reader, sink)
        })
    }

    /// Opens one file after another and lets it be read.
    fn each_reader(&self, tally: &mut Tally, read: &mut Reading<'_>) -> io::Result<()> {
        let files: Vec<_> = self.sources.iter().flat_map(Source::files).collect();
        let bytes = files.iter().flatten().map(Source::bytes).sum();
        let mut run = Run {
            tally,
            progress: Progress::of(bytes),
        };
        for file in files {
            let (name, opened) = match file {
                Ok(file) => (file.to_string(), file.open()),
                Err((source, error)) => (source.to_string(), Err(error)),
            };
            let unreadable = match opened {
                Ok(reader) => read(&name, reader, &mut run)?,
                Err(error) => Some(error.to_string()),
            };
            if let Some(reason) = unreadable {
                run.tally.unreadable += 1;
                run.progress.clear();
                report::cannot_read(&name, &reason);
            }
        }
        Ok(())
    }
}

/// A run over inputs.
struct Run<'t> {
    tally: &'t mut Tally,
    progress: Progress,
}

impl Run<'_> {
    /// Takes all that a reader holds for one input; answers why it cannot be read.
    fn whole(
        &mut self,
        file: &str,
        shape: &str,
        mut reader: impl Read,
        sink: &mut TextSink<'_>,
    ) -> io::Result<Option<String>> {
        let mut text = Vec::new();
        if let Err(error) = reader.read_to_end(&mut text) {
            return Ok(Some(error.to_string()));
        }
        let input = Input {
            file,
            line: None,
            shape,
            text: &text,
        };
        self.report(text.len(), || sink(&input))?;
        Ok(None)
    }

    /// Lets an input of so many bytes be reported on, and counts it.
    fn report(
        &mut self,
        bytes: usize,
        report: impl FnOnce() -> io::Result<Outcome>,
    ) -> io::Result<()> {
        self.progress.before_report();
        self.tally.add(report()?);
        self.progress.advance(bytes, *self.tally);
        Ok(())
    }
}
