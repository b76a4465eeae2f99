//! The file of errors, which exists only if a value does not decode.

use std::{
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::IgnoredAny};

use super::{
    failure::Failure,
    files::{NewFile, is_device},
    temporary::Temporary,
    worker::BadRows,
};

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

    /// Gives it its name; with `force`, another file is replaced, or without bad rows removed if a run has written it.
    pub(super) fn commit(self) -> Result<NamedBadRowsFile, Failure> {
        let mut named = NamedBadRowsFile::default();
        let Some(path) = self.path else {
            return Ok(named);
        };
        let failure = |error| Failure::cannot_write(&path, error);
        let replaced = match &self.file {
            // The target of a symbolic link is replaced, not the link.
            Some(_) => fs::canonicalize(&path).unwrap_or_else(|_| path.clone()),
            None => path.clone(),
        };
        if self.force && replaced.is_file() && (self.file.is_some() || is_bad_rows_file(&replaced))
        {
            let old = Temporary::create(&replaced, |old| fs::rename(&replaced, old));
            named.old = Some((old.map_err(failure)?.0, replaced.clone()));
        }
        if let Some(file) = self.file {
            let is_device = is_device(&path);
            if let Err(error) = file.commit() {
                named.undo();
                return Err(failure(error));
            }
            named.new = (!is_device).then_some(replaced);
        }
        Ok(named)
    }
}

/// The file of errors with its name, and the one of an earlier run, which is removed when this is dropped.
#[derive(Default)]
pub(super) struct NamedBadRowsFile {
    new: Option<PathBuf>,
    old: Option<(Temporary, PathBuf)>,
}

impl NamedBadRowsFile {
    /// Removes the file, and gives the one of an earlier run its name again.
    pub(super) fn undo(self) {
        // The error to report is the one of the output.
        if let Some(new) = self.new {
            let _ = fs::remove_file(new);
        }
        if let Some((old, path)) = self.old {
            let _ = old.commit(|old| fs::rename(old, path));
        }
    }
}

/// The members of a bad row.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only their names are compared")]
struct WrittenBadRow {
    file: IgnoredAny,
    line: IgnoredAny,
    column: IgnoredAny,
    path: IgnoredAny,
    message: IgnoredAny,
    text: IgnoredAny,
}

/// Whether a file is empty or starts with a bad row, so that a run has written it.
fn is_bad_rows_file(path: &Path) -> bool {
    let Ok(file) = File::open(path) else {
        return false;
    };
    let rows = serde_json::Deserializer::from_reader(BufReader::new(file));
    let first = rows.into_iter::<WrittenBadRow>().next();
    first.is_none_or(|row| row.is_ok())
}

/// Appends to the file, which the first text creates.
fn append(file: &mut Option<NewFile>, path: &Path, force: bool, text: &str) -> io::Result<()> {
    let file = match file {
        Some(file) => file,
        none => none.insert(NewFile::create(path, force)?),
    };
    io::Write::write_all(file, text.as_bytes())
}
