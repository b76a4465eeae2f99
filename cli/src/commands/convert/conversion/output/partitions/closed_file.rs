//! A file that is open only while something is written to it.

use std::{
    fs::File,
    io::{self, Write},
    path::PathBuf,
};

/// A file that can be closed between writes, since a process can open only some hundred files.
pub(super) struct ClosedFile {
    path: PathBuf,
    file: Option<File>,
}

impl ClosedFile {
    /// Creates a file.
    pub(super) fn create(path: PathBuf) -> io::Result<Self> {
        let file = Some(File::create_new(&path)?);
        Ok(Self { path, file })
    }

    /// Closes the file until the next write.
    pub(super) fn close(&mut self) {
        self.file = None;
    }

    /// Writes what the system buffers, to the disk.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        self.open()?.sync_all()
    }

    fn open(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(File::options().append(true).open(&self.path)?)),
        }
    }
}

impl Write for ClosedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.open()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
