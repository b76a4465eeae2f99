//! The file of errors, which exists only if a value does not decode.

use std::{io, path::PathBuf};

use super::{failure::Failure, files::NewFile, worker::BadRows};

/// The file of errors.
pub(super) struct BadRowsFile {
    path: PathBuf,
    force: bool,
    file: Option<NewFile>,
    pub(super) count: u64,
}

impl BadRowsFile {
    pub(super) fn new(path: PathBuf, force: bool) -> Self {
        Self {
            path,
            force,
            file: None,
            count: 0,
        }
    }

    /// Writes bad rows.
    pub(super) fn write(&mut self, bad: &BadRows) -> Result<(), Failure> {
        if bad.count == 0 {
            return Ok(());
        }
        self.count += bad.count;
        self.append(&bad.text)
            .map_err(|error| Failure::cannot_write(&self.path, error))
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(NewFile::create(&self.path, self.force)?),
        };
        io::Write::write_all(file, text.as_bytes())
    }

    /// Gives it its name; without bad rows, one of an earlier run is removed.
    pub(super) fn commit(self) -> Result<(), Failure> {
        let committed = match self.file {
            Some(file) => file.commit(),
            None if self.force && self.path.is_file() => std::fs::remove_file(&self.path),
            None => Ok(()),
        };
        committed.map_err(|error| Failure::cannot_write(&self.path, error))
    }
}
