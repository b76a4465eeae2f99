//! Names of unfinished files and directories, which are removed on an error and on an interrupt.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What exists and is not finished.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// The name of an unfinished file or directory, which is removed when this is dropped.
pub(super) struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// A name beside a path, which engines ignore since it starts with a dot.
    pub(super) fn beside(path: &Path) -> io::Result<Self> {
        let Some(name) = path.file_name() else {
            return Err(io::Error::other("it is not the name of a file"));
        };
        let name = format!(".{}.{}.tmp", name.to_string_lossy(), process::id());
        let path = path.with_file_name(name);
        unfinished().push(path.clone());
        Ok(Self { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name; an interrupt comes before or after that.
    pub(super) fn commit(self, rename: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let mut unfinished = unfinished();
        let renamed = rename(&self.path);
        if renamed.is_ok() {
            unfinished.retain(|path| *path != self.path);
        }
        drop(unfinished);
        renamed
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut unfinished = unfinished();
        if unfinished.contains(&self.path) {
            remove(&self.path);
            unfinished.retain(|path| *path != self.path);
        }
    }
}

/// Removes what is not finished and ends the process on SIGINT and SIGTERM, with the exit code of a shell.
#[cfg(unix)]
pub(super) fn remove_on_interrupt() {
    use signal_hook::{
        consts::{SIGINT, SIGTERM},
        iterator::Signals,
    };

    // Without it, unfinished files are left.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
        return;
    };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // While it is locked, nothing is renamed.
            let unfinished = unfinished();
            unfinished.iter().for_each(|path| remove(path));
            process::exit(128 + signal);
        }
    });
}

/// On other systems an interrupt leaves unfinished files.
#[cfg(not(unix))]
pub(super) fn remove_on_interrupt() {}

/// Removes a file or a directory; there is nothing to do if that fails.
fn remove(path: &Path) {
    let _ = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
}

/// The list; no code panics while it is locked.
fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
