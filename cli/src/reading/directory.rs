//! The JSON and YAML files of a directory.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::Exclude;

/// A file, or a directory that cannot be read.
pub(super) type FileOrError = Result<PathBuf, (PathBuf, io::Error)>;

/// The extensions of the files of a directory that are read.
const EXTENSIONS: [&str; 4] = ["json", "yaml", "yml", "template"];

/// The files below a directory with one of [`EXTENSIONS`], in upper or lower case, sorted; links to missing files
/// are errors.
///
/// Excluded directories are not read. Symbolic links to directories are not followed, since they may form a loop. A directory without such a
/// file is an error: its name on the command line is most likely a mistake.
pub(super) fn files(directory: &Path, exclude: &[Exclude]) -> Vec<FileOrError> {
    let mut files = Vec::new();
    collect(directory, exclude, &mut files);
    files.sort_by(|one, other| path_of(one).cmp(path_of(other)));
    if files.is_empty() {
        let mut message =
            "no *.json, *.yaml, *.yml or *.template file in this directory".to_owned();
        if !exclude.is_empty() {
            message.push_str(" that --exclude does not exclude");
        }
        let error = io::Error::other(message);
        files.push(Err((directory.to_owned(), error)));
    }
    files
}

fn path_of(file: &FileOrError) -> &Path {
    match file {
        Ok(path) | Err((path, _)) => path,
    }
}

fn is_input(path: &Path) -> bool {
    let extension = path.extension();
    let is = |known: &str| extension.is_some_and(|it| it.eq_ignore_ascii_case(known));
    EXTENSIONS.iter().any(|known| is(known))
}

fn collect(root: &Path, exclude: &[Exclude], files: &mut Vec<FileOrError>) {
    let mut directories = vec![root.to_owned()];
    while let Some(directory) = directories.pop() {
        let entries = fs::read_dir(&directory).and_then(Iterator::collect);
        let entries: Vec<fs::DirEntry> = match entries {
            Ok(entries) => entries,
            Err(error) => {
                files.push(Err((directory, error)));
                continue;
            }
        };
        for entry in entries {
            let path = entry.path();
            let below = path.strip_prefix(root).unwrap_or(&path);
            if exclude.iter().any(|it| it.matches(below)) {
                continue;
            }
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                directories.push(path);
            } else if is_input(&path) {
                match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_file() => files.push(Ok(path)),
                    Ok(_) => {}
                    // A symbolic link whose target is missing, for example.
                    Err(error) => files.push(Err((path, error))),
                }
            }
        }
    }
}
