//! The file of errors, which exists only if a value does not decode.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{failure::Failure, files::NewFile, worker::BadRows};

/// The file of errors.
pub(super) struct BadRowsFile {
    /// `None` if no file is written, nor removed.
    path: Option<PathBuf>,
    force: bool,
    file: Option<NewFile>,
    pub(super) count: u64,
}

impl BadRowsFile {
    pub(super) fn new(path: Option<PathBuf>, force: bool) -> Self {
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
        let Some(path) = &self.path else {
            return Ok(());
        };
        append(&mut self.file, path, self.force, &bad.text)
            .map_err(|error| Failure::cannot_write(path, error))
    }

    /// Gives it its name; without bad rows, one of an earlier run is removed.
    pub(super) fn commit(self) -> Result<(), Failure> {
        let Some(path) = self.path else {
            return Ok(());
        };
        let committed = match self.file {
            Some(file) => file.commit(),
            None if self.force && path.is_file() => std::fs::remove_file(&path),
            None => Ok(()),
        };
        committed.map_err(|error| Failure::cannot_write(&path, error))
    }
}

/// Appends to the file, which the first text creates.
fn append(file: &mut Option<NewFile>, path: &Path, force: bool, text: &str) -> io::Result<()> {
    let file = match file {
        Some(file) => file,
        none => none.insert(NewFile::create(path, force)?),
    };
    io::Write::write_all(file, text.as_bytes())
}
