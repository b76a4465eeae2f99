//! What is refused before anything is written: outputs that exist, and outputs that are inputs.

use std::{
    env,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use super::files::is_device;
use crate::{commands::convert::options::ConvertOptions, reading::Source};

/// An output that is refused.
pub(super) struct Refused {
    pub(super) path: PathBuf,
    pub(super) reason: io::Error,
}

/// Checks the output and the file of errors; `partitions` is what the names of directories start with.
pub(super) fn check(
    options: &ConvertOptions,
    files: &[Source],
    partitions: Option<&str>,
) -> Result<(), Refused> {
    let output = options.output.as_path();
    let errors = options.errors.as_deref();
    let refused = |path: &Path, reason: &str| Refused {
        path: path.to_owned(),
        reason: io::Error::other(reason.to_owned()),
    };
    if output != "-" && errors.is_some_and(|errors| is_same(errors, output)) {
        return Err(refused(output, "it is also the file of --errors"));
    }
    // By default both are in one directory; if it is missing, the output cannot be created.
    let errors_elsewhere = errors.filter(|errors| parent(errors) != parent(output));
    if let Some(errors) = errors_elsewhere {
        let directory = parent(errors);
        let metadata = fs::metadata(directory).map_err(|reason| Refused {
            path: errors.to_owned(),
            reason,
        })?;
        if !metadata.is_dir() {
            return Err(refused(errors, "it is not in a directory"));
        }
        if partitions.is_some() && is_below(directory, output) {
            return Err(refused(errors, "it is in the directory of the output"));
        }
    }
    if partitions.is_some() {
        let replaces = |path: &Path| fs::canonicalize(output).is_ok_and(|it| it == path);
        if env::current_dir().is_ok_and(|it| replaces(&it)) {
            return Err(refused(
                output,
                "it is the current directory, which cannot be replaced",
            ));
        }
        if is_mount_point(output) {
            return Err(refused(
                output,
                "it is a mount point, which cannot be replaced",
            ));
        }
    }
    for path in [Some(output), errors].into_iter().flatten() {
        if path == "-" && path == output {
            continue;
        }
        if files.iter().any(|file| is_input(path, file)) {
            return Err(refused(path, "it is an input"));
        }
        // A symbolic link to a missing file exists, too.
        if is_device(path) || fs::symlink_metadata(path).is_err() {
            continue;
        }
        let partitions = partitions.filter(|_| path == output);
        match partitions {
            Some(prefix) if path.is_dir() => {
                let is_empty = is_partitioned(path, None);
                if !is_empty && !options.force {
                    return Err(refused(path, "it exists; --force replaces it"));
                }
                if !is_partitioned(path, Some(prefix)) {
                    let reason = format!(
                        "--force replaces only a directory of {prefix}…, and it has other files"
                    );
                    return Err(refused(path, &reason));
                }
            }
            Some(_) => return Err(refused(path, "it exists and is not a directory")),
            None if path.is_dir() => return Err(refused(path, "it is a directory")),
            None if !options.force => return Err(refused(path, "it exists; --force replaces it")),
            None => {}
        }
    }
    Ok(())
}

/// Whether everything in a directory is a partition with this prefix; without one, whether there is nothing.
fn is_partitioned(path: &Path, prefix: Option<&str>) -> bool {
    let is_partition = |name: &OsStr| {
        let name = name.to_string_lossy();
        prefix.is_some_and(|prefix| name.starts_with(prefix))
    };
    let entries = fs::read_dir(path);
    entries.is_ok_and(|mut entries| {
        entries.all(|entry| entry.is_ok_and(|entry| is_partition(&entry.file_name())))
    })
}

/// Whether writing an output would overwrite an input.
fn is_input(output: &Path, input: &Source) -> bool {
    let Source::Path(input) = input else {
        return is_stdin(output);
    };
    let inside = || {
        let (output, input) = (
            fs::canonicalize(output).ok()?,
            fs::canonicalize(input).ok()?,
        );
        Some(output.is_dir() && input.starts_with(output))
    };
    is_same(output, input) || inside().unwrap_or(false)
}

/// Whether a path is that of a directory or below it.
fn is_below(path: &Path, directory: &Path) -> bool {
    let directory = fs::canonicalize(directory).ok();
    directory.is_some_and(|it| fs::canonicalize(path).is_ok_and(|path| path.starts_with(it)))
}

/// The directory of a file.
fn parent(path: &Path) -> &Path {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Whether a directory is the root of a file system.
#[cfg(unix)]
fn is_mount_point(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let device = |path: &Path| fs::metadata(path).ok().map(|it| it.dev());
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    device(&path).is_some_and(|it| Some(it) != device(parent(&path)))
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path) -> bool {
    false
}

/// Whether two names are those of one file, also by hard links.
fn is_same(one: &Path, other: &Path) -> bool {
    let path = |path: &Path| fs::canonicalize(path).ok();
    // The names of files that do not exist yet.
    let name = |path: &Path| {
        Some((
            fs::canonicalize(parent(path)).ok()?,
            path.file_name()?.to_owned(),
        ))
    };
    one == other
        || name(one).is_some_and(|one| Some(one) == name(other))
        || path(one).is_some_and(|one| Some(one) == path(other))
        || identity(fs::metadata(one).ok())
            .is_some_and(|one| Some(one) == identity(fs::metadata(other).ok()))
}

/// Whether a name is that of the file that is standard input.
#[cfg(unix)]
fn is_stdin(output: &Path) -> bool {
    use std::{fs::File, os::fd::AsFd};

    let stdin = io::stdin().as_fd().try_clone_to_owned().map(File::from);
    let stdin = stdin.and_then(|file| file.metadata()).ok();
    let output = identity(fs::metadata(output).ok());
    output.is_some() && output == identity(stdin)
}

#[cfg(not(unix))]
fn is_stdin(_: &Path) -> bool {
    false
}

/// What hard links of a regular file have in common.
#[cfg(unix)]
fn identity(metadata: Option<fs::Metadata>) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;

    let metadata = metadata.filter(fs::Metadata::is_file)?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(_: Option<fs::Metadata>) -> Option<(u64, u64)> {
    None
}
