//! Where inputs come from.

use std::{
    ffi::OsString,
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::PathBuf,
};

use super::directory;

/// A file, a directory or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input, written `-`.
    Stdin,
    /// A file, or a directory with all *.json files below it.
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
    /// Reads all bytes.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.open()?.read_to_end(&mut text)?;
        Ok(text)
    }

    /// Opens the file.
    pub(super) fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(match self {
            Self::Stdin => Box::new(io::stdin().lock()),
            Self::Path(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
        })
    }

    /// The source itself, or the files of a directory.
    pub(super) fn files(&self) -> Vec<Result<Self, (Self, io::Error)>> {
        match self {
            Self::Path(path) if path.is_dir() => {
                let files = directory::json_files(path).into_iter();
                let unreadable = |(path, error)| (Self::Path(path), error);
                files
                    .map(|file| file.map(Self::Path).map_err(unreadable))
                    .collect()
            }
            source => vec![Ok(source.clone())],
        }
    }

    /// The size of a file.
    pub(super) fn byte_count(&self) -> Option<u64> {
        let Self::Path(path) = self else { return None };
        let file = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(file.len())
    }
}
