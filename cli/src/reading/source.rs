//! Where inputs come from.

use std::{
    ffi::OsString,
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::PathBuf,
};

use super::{
    Exclude,
    directory::{self, Extensions, Skipped},
    limited::{Limited, Unit, too_large},
};

/// A file, or a directory that cannot be read.
type FileOrError = Result<Source, (Source, io::Error)>;

/// A file, a directory or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input, written `-`.
    Stdin,
    /// A file, or a directory with the JSON and YAML files below it.
    Path(PathBuf),
}

impl From<OsString> for Source {
    fn from(argument: OsString) -> Self {
        if argument == "-" {
            Self::Stdin
        } else {
            Self::Path(argument.into())
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("-"),
            Self::Path(path) => path.display().fmt(f),
        }
    }
}

impl Source {
    /// Reads all bytes, at most so many.
    pub fn read(&self, max_size: u64) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.open(Unit::File, max_size)?.read_to_end(&mut text)?;
        Ok(text)
    }

    /// Opens the file, of which at most so many bytes are read.
    pub(super) fn open(&self, unit: Unit, max_size: u64) -> io::Result<Box<dyn BufRead>> {
        // Nothing of a file that is too large needs to be read.
        if unit == Unit::File && self.byte_count().is_some_and(|bytes| bytes > max_size) {
            return Err(too_large(unit, max_size));
        }
        let reader: Box<dyn BufRead> = match self {
            Self::Stdin => Box::new(io::stdin().lock()),
            Self::Path(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
        };
        Ok(Box::new(Limited::new(reader, unit, max_size)))
    }

    /// The source itself, or the files of a directory with these extensions that are not excluded; and what of the
    /// directory is skipped.
    pub(crate) fn files(
        &self,
        extensions: Extensions,
        exclude: &[Exclude],
    ) -> (Vec<FileOrError>, Skipped) {
        match self {
            Self::Path(path) if path.is_dir() => {
                let (files, skipped) = directory::files(path, extensions, exclude);
                let unreadable = |(path, error)| (Self::Path(path), error);
                let files = files.into_iter();
                let files = files.map(|file| file.map(Self::Path).map_err(unreadable));
                (files.collect(), skipped)
            }
            source => (vec![Ok(source.clone())], Skipped::default()),
        }
    }

    /// The size of a file.
    pub(crate) fn byte_count(&self) -> Option<u64> {
        let Self::Path(path) = self else { return None };
        let file = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(file.len())
    }
}
