//! Files that are given more than once.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use super::failure::Failure;
use crate::reading::Source;

/// Refuses a file that would be read twice, also by another name, since its values would be rows twice.
pub(super) fn check(files: &[Source]) -> Result<(), Failure> {
    let mut found = HashMap::new();
    for file in files {
        let Some(first) = found.insert(identity(file), file) else {
            continue;
        };
        let reason = match first {
            _ if first == file => "it is given more than once".to_owned(),
            Source::Stdin => "it is also standard input".to_owned(),
            Source::Path(first) => format!("it is the same file as {}", first.display()),
        };
        return Err(Failure::Unreadable {
            file: file.to_string(),
            reason,
        });
    }
    Ok(())
}

/// The path without symbolic links; of a pipe the name, since it has no path.
fn identity(file: &Source) -> PathBuf {
    let path = match file {
        Source::Stdin => Path::new("/dev/stdin"),
        Source::Path(path) => path,
    };
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
