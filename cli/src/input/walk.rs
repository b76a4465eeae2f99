//! The JSON files of a directory.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A file, or what kept it from being found.
pub(super) type Found = Result<PathBuf, (PathBuf, io::Error)>;

/// The files below a directory whose names end in `.json`, sorted, those of directories among them.
///
/// Links to directories are not followed, so that the walk ends. A directory without such a file is
/// an error, since whoever names it expects something to be read.
pub(super) fn json_files(directory: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    collect(directory.to_owned(), &mut found);
    found.sort_by(|one, other| place(one).cmp(place(other)));
    if found.is_empty() {
        let error = io::Error::other("no file in this directory ends in .json");
        found.push(Err((directory.to_owned(), error)));
    }
    found
}

fn place(found: &Found) -> &Path {
    match found {
        Ok(path) | Err((path, _)) => path,
    }
}

fn collect(root: PathBuf, found: &mut Vec<Found>) {
    let mut directories = vec![root];
    while let Some(directory) = directories.pop() {
        let read = fs::read_dir(&directory).and_then(Iterator::collect);
        let entries: Vec<fs::DirEntry> = match read {
            Ok(entries) => entries,
            Err(error) => {
                found.push(Err((directory, error)));
                continue;
            }
        };
        for entry in entries {
            let path = entry.path();
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                directories.push(path);
            } else if path.extension().is_some_and(|it| it == "json") && path.is_file() {
                found.push(Ok(path));
            }
        }
    }
}
