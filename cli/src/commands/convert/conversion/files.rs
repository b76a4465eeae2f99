//! Output files and directories, which have their names only when they are complete.

use std::{
    fs::{self, File, Permissions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use super::temporary::{Temporary, writable};

/// A file that is being written.
pub(super) struct NewFile {
    writer: BufWriter<Box<dyn Write + Send>>,
    /// `None` for standard output and devices.
    named: Option<Named>,
}

struct Named {
    temporary: Temporary,
    /// The same open file, for `sync_all`.
    file: File,
    path: PathBuf,
    force: bool,
}

impl NewFile {
    /// Writes to standard output.
    pub(super) fn stdout() -> Self {
        Self {
            writer: BufWriter::new(Box::new(io::stdout())),
            named: None,
        }
    }

    /// Writes a file, which replaces one with its name only with `force`.
    pub(super) fn create(path: &Path, force: bool) -> io::Result<Self> {
        if is_device(path) {
            let file = File::options().write(true).open(path)?;
            return Ok(Self {
                writer: BufWriter::new(Box::new(file)),
                named: None,
            });
        }
        // The target of a symbolic link is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let (temporary, file) = Temporary::create(&path, |path| File::create_new(path))?;
        // Before anything is written; the open file can be written with any permissions.
        if let Some(permissions) = permissions(&path) {
            fs::set_permissions(temporary.path(), permissions)?;
        }
        Ok(Self {
            writer: BufWriter::with_capacity(1 << 16, Box::new(file.try_clone()?)),
            named: Some(Named {
                temporary,
                file,
                path,
                force,
            }),
        })
    }

    /// Writes what is buffered, to the disk.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        match &self.named {
            Some(named) => named.file.sync_all(),
            None => Ok(()),
        }
    }

    /// Gives the file its name.
    pub(super) fn commit(mut self) -> io::Result<()> {
        self.sync()?;
        let Some(named) = self.named else {
            return Ok(());
        };
        let Named {
            temporary,
            path,
            force,
            ..
        } = named;
        temporary.commit(|temporary| {
            if force {
                fs::rename(temporary, &path)
            } else {
                rename_new(temporary, &path).map_err(written_meanwhile)
            }
        })?;
        sync_parent(&path);
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A directory that is being written.
pub(super) struct NewDirectory {
    temporary: Temporary,
    path: PathBuf,
    force: bool,
    /// Whether something had its name when it was created, without `force` an empty directory.
    existed: bool,
    /// The permissions of what had its name.
    permissions: Option<Permissions>,
}

impl NewDirectory {
    /// Creates a directory, which replaces one that is not empty only with `force`.
    pub(super) fn create(path: &Path, force: bool) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.components().collect());
        let existed = fs::exists(&path)?;
        let (temporary, ()) = Temporary::create(&path, |path| fs::create_dir(path))?;
        let permissions = permissions(&path);
        if let Some(permissions) = &permissions {
            // Files are created in it, also if it replaces a directory that is read-only.
            fs::set_permissions(temporary.path(), writable(permissions.clone()))?;
        }
        Ok(Self {
            temporary,
            path,
            force,
            existed,
            permissions,
        })
    }

    /// Where its files are written.
    pub(super) fn path(&self) -> &Path {
        self.temporary.path()
    }

    /// Gives it its name, and with `force` removes what had it.
    pub(super) fn commit(self) -> io::Result<()> {
        let Self {
            temporary,
            path,
            force,
            existed,
            permissions,
        } = self;
        if let Some(permissions) = permissions {
            fs::set_permissions(temporary.path(), permissions)?;
        }
        if !force {
            let rename = |from: &Path| rename_new_directory(from, &path, existed);
            temporary.commit(|temporary| rename(temporary).map_err(written_meanwhile))?;
            sync_parent(&path);
            return Ok(());
        }
        // It is removed when it is dropped, after the new one has its name.
        let old = if fs::exists(&path)? {
            Some(Temporary::create(&path, |old| fs::rename(&path, old))?.0)
        } else {
            None
        };
        let renamed = temporary.commit(|temporary| fs::rename(temporary, &path));
        if let (Err(_), Some(old)) = (&renamed, old) {
            // The error to report is the first.
            let _ = old.commit(|old| fs::rename(old, &path));
        }
        sync_parent(&path);
        renamed
    }
}

/// Whether something with this name is written to as it is, such as a pipe or `/dev/null`.
pub(super) fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// The permissions of a file or directory that is replaced.
fn permissions(path: &Path) -> Option<Permissions> {
    fs::metadata(path).ok().map(|it| it.permissions())
}

/// The error of a name that was free when the run started.
fn written_meanwhile(error: io::Error) -> io::Error {
    match error.kind() {
        kind @ (io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty) => {
            io::Error::new(kind, "another run has written it; --force replaces it")
        }
        _ => error,
    }
}

/// Renames a file, unless another has the name meanwhile.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // A file system without hard links.
        Err(_) => {
            File::create_new(to)?;
            fs::rename(from, to).inspect_err(|_| _ = fs::remove_file(to))
        }
    }
}

/// Renames a directory, unless another has the name meanwhile; to an empty one if it existed before.
fn rename_new_directory(from: &Path, to: &Path, existed: bool) -> io::Result<()> {
    // Unix renames a directory to an empty one, so that one is created first, which fails if the name exists. Other
    // systems rename only to a name that does not exist.
    if cfg!(unix) && !existed {
        fs::create_dir(to)?;
    } else if !cfg!(unix) && existed {
        fs::remove_dir(to)?;
    }
    fs::rename(from, to).inspect_err(|_| {
        if cfg!(unix) && !existed {
            // It is removed only if it is empty, so that it is the one of this run.
            let _ = fs::remove_dir(to);
        }
    })
}

/// Writes the new name to the disk, where directories can be opened.
fn sync_parent(path: &Path) {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    if let Ok(directory) = File::open(parent.unwrap_or(Path::new("."))) {
        let _ = directory.sync_all();
    }
}
