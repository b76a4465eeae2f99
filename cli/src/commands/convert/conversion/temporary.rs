//! Names of unfinished files and directories, which are removed on an error and on an interrupt.

use std::{
    fs,
    hash::{BuildHasher, Hasher, RandomState},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// How much of the name of the output is in the name of a temporary, since names have at most 255 bytes.
const MAX_NAME_BYTES: usize = 200;

/// What exists and is not finished.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Locked while an interrupt waits.
static UNINTERRUPTED: Mutex<()> = Mutex::new(());

/// The name of an unfinished file or directory, which is removed when this is dropped.
pub(super) struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// Creates a file or directory beside a path, with a name that engines ignore since it starts with a dot.
    pub(super) fn create<T>(
        path: &Path,
        create: impl FnOnce(&Path) -> io::Result<T>,
    ) -> io::Result<(Self, T)> {
        let Some(name) = path.file_name() else {
            return Err(io::Error::other("it is not the name of a file"));
        };
        let name = name.to_string_lossy();
        let (start, _) = name.split_at(name.floor_char_boundary(MAX_NAME_BYTES));
        // Not the ID of the process, which is 1 in every container.
        let random = RandomState::new().build_hasher().finish();
        let path = path.with_file_name(format!(".{start}.{random:016x}.tmp"));
        // While it is locked, an interrupt waits.
        let mut unfinished = unfinished();
        let created = create(&path)?;
        unfinished.push(path.clone());
        drop(unfinished);
        Ok((Self { path }, created))
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

/// Removes what is not finished and ends the process on SIGINT, SIGTERM and SIGHUP, with the exit code of a shell.
#[cfg(unix)]
pub(super) fn remove_on_interrupt() -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };

    // Without it, unfinished files are left.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
        return Ok(());
    };
    if !ignores_hangup() {
        // Without it, a hangup leaves unfinished files.
        let _ = signals.add_signal(SIGHUP);
    }
    // It waits and removes files, which takes little of a stack.
    let thread = std::thread::Builder::new().stack_size(1 << 18);
    let started = thread.spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let _between_commits = uninterrupted();
            // While it is locked, nothing is renamed.
            let unfinished = unfinished();
            unfinished.iter().for_each(|path| remove(path));
            std::process::exit(128 + signal);
        }
    });
    started.map(|_| ())
}

/// Whether SIGHUP is ignored, as `nohup` starts a command; where that cannot be found out, it may be.
#[cfg(unix)]
fn ignores_hangup() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // The lowest bit is that of signal 1, SIGHUP.
    ignored.is_none_or(|mask| mask & 1 == 1)
}

/// On other systems an interrupt leaves unfinished files.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "on Unix a thread is started")]
pub(super) fn remove_on_interrupt() -> io::Result<()> {
    Ok(())
}

/// Makes an interrupt wait until this is dropped.
pub(super) fn uninterrupted() -> MutexGuard<'static, ()> {
    UNINTERRUPTED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes a file or a directory; there is nothing to do if that fails.
fn remove(path: &Path) {
    let _ = if path.is_dir() {
        // Only the owner of directories can have made them read-only.
        fs::remove_dir_all(path).or_else(|_| {
            make_writable(path);
            fs::remove_dir_all(path)
        })
    } else {
        fs::remove_file(path)
    };
}

/// Makes a directory and those in it writable, where that is possible.
fn make_writable(path: &Path) {
    let Some(metadata) = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_dir) else {
        return;
    };
    let _ = fs::set_permissions(path, writable(metadata.permissions()));
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        make_writable(&entry.path());
    }
}

/// The same permissions, with which the owner can change a directory.
#[cfg(unix)]
pub(super) fn writable(mut permissions: fs::Permissions) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;

    permissions.set_mode(permissions.mode() | 0o700);
    permissions
}

/// On other systems, permissions of a directory do not protect what is in it.
#[cfg(not(unix))]
pub(super) fn writable(permissions: fs::Permissions) -> fs::Permissions {
    permissions
}

/// The list; no code panics while it is locked.
fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
