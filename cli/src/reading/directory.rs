//! The JSON and YAML files of a directory.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::Exclude;

/// A file, or a directory that cannot be read.
pub(super) type FileOrError = Result<PathBuf, (PathBuf, io::Error)>;

/// The extensions of the files of a directory that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extensions {
    /// `.json`.
    Json,
    /// `.json`, `.yaml`, `.yml` and `.template`.
    JsonAndYaml,
    /// `.json`, `.jsonl` and `.ndjson`, also with `.gz` and `.zst`, and names without an extension; what Spark and Hive
    /// skip, which starts with `.` or `_`, is not read.
    Exports,
}

/// What a directory has and is not read, without what is excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// The number of files.
    pub files: usize,
    /// The number of directories of exports that start with `.` or `_`.
    pub directories: usize,
}

impl std::ops::AddAssign for Skipped {
    fn add_assign(&mut self, other: Self) {
        self.files += other.files;
        self.directories += other.directories;
    }
}

/// The files below a directory with one of these extensions, in upper or lower case, sorted; links to missing files
/// are errors.
///
/// Of a cloud assembly of the CDK, which has a file `cdk.out`, only the templates are read: the other files are
/// neither templates nor job documents.
///
/// Excluded directories are not read. Symbolic links to directories are not followed, since they may form a loop. A
/// directory without such a file is an error: its name on the command line is most likely a mistake.
pub(super) fn files(
    directory: &Path,
    extensions: Extensions,
    exclude: &[Exclude],
) -> (Vec<FileOrError>, Skipped) {
    let mut files = Vec::new();
    let skipped = collect(directory, extensions, exclude, &mut files);
    files.sort_by(|one, other| path_of(one).cmp(path_of(other)));
    if files.is_empty() {
        let names = match extensions {
            Extensions::Json => "no *.json file",
            Extensions::JsonAndYaml => "no *.json, *.yaml, *.yml or *.template file",
            Extensions::Exports => {
                "no *.json, *.jsonl or *.ndjson file, also with .gz or .zst, and no file without an extension"
            }
        };
        let mut message = format!("{names} in this directory");
        if !exclude.is_empty() {
            message.push_str(" that --exclude does not exclude");
        }
        files.push(Err((directory.to_owned(), io::Error::other(message))));
    }
    (files, skipped)
}

fn path_of(file: &FileOrError) -> &Path {
    match file {
        Ok(path) | Err((path, _)) => path,
    }
}

fn is_input(path: &Path, extensions: Extensions) -> bool {
    let known: &[&str] = match extensions {
        Extensions::Json => &["json"],
        Extensions::JsonAndYaml => &["json", "yaml", "yml", "template"],
        Extensions::Exports => return is_export(path),
    };
    let extension = path.extension();
    let is = |known: &str| extension.is_some_and(|it| it.eq_ignore_ascii_case(known));
    known.iter().any(|known| is(known))
}

/// Whether a file has exported values; not one with the errors of a conversion, nor a hidden one.
fn is_export(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.to_lowercase();
    let compressed = [".gz", ".zst"].iter().find_map(|it| name.strip_suffix(it));
    let name = compressed.unwrap_or(&name);
    let known = match name.rsplit_once('.') {
        Some((_, extension)) if is_extension(extension) => {
            ["json", "jsonl", "ndjson"].contains(&extension)
        }
        _ => true,
    };
    known && !is_hidden(name) && !name.ends_with(".errors.ndjson")
}

/// Whether what follows the last dot is an extension. Amazon Data Firehose writes names without one that start with
/// the name of a stream, which can have dots, and that go on with times such as `-2026-11-22-`.
fn is_extension(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Whether Spark and Hive skip a file or directory of exports.
fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

/// Whether this is the file that the directory of a cloud assembly has; the directory often has the same name.
fn is_manifest(entry: &fs::DirEntry) -> bool {
    entry.file_name() == "cdk.out" && entry.file_type().is_ok_and(|it| it.is_file())
}

/// Whether a file or directory of a cloud assembly is a template or has some.
fn is_of_assembly(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name.ends_with(".template.json") || name.starts_with("assembly-")
}

fn collect(
    root: &Path,
    extensions: Extensions,
    exclude: &[Exclude],
    files: &mut Vec<FileOrError>,
) -> Skipped {
    let mut skipped = Skipped::default();
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
        let is_assembly = entries.iter().any(is_manifest);
        for entry in entries {
            if is_assembly && !is_of_assembly(&entry) {
                continue;
            }
            let path = entry.path();
            let below = path.strip_prefix(root).unwrap_or(&path);
            if exclude.iter().any(|it| it.matches(below)) {
                continue;
            }
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                let name = entry.file_name();
                if extensions == Extensions::Exports && is_hidden(&name.to_string_lossy()) {
                    skipped.directories += 1;
                } else {
                    directories.push(path);
                }
            } else if is_input(&path, extensions) {
                match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_file() => files.push(Ok(path)),
                    Ok(_) => {}
                    // A symbolic link whose target is missing, for example.
                    Err(error) => files.push(Err((path, error))),
                }
            } else {
                skipped.files += 1;
            }
        }
    }
    skipped
}
