//! What was written.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use crate::{escape::escape_control, reading::Skipped};

/// What was written.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) output: PathBuf,
    pub(super) files: usize,
    /// What the directories have besides these files.
    pub(super) skipped: Skipped,
    pub(super) rows: u64,
    /// The number of files, if the output has partitions.
    pub(super) partitions: Option<usize>,
    pub(super) errors: u64,
    pub(super) errors_file: PathBuf,
}

impl Summary {
    /// Prints it to standard error, since standard output can be the output.
    pub(super) fn print(&self) {
        // If standard error is closed, there is no other place to print it to.
        let _ = writeln!(anstream::stderr(), "{}", self.text());
    }

    fn text(&self) -> String {
        let name = |path: &Path| escape_control(&path.display().to_string());
        let count = |count: u64, what: &str| {
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} {what}{plural}")
        };
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let output = if self.output.as_os_str() == "-" {
            "<stdout>".to_owned()
        } else {
            name(&self.output)
        };
        let (rows, files) = (count(self.rows, "row"), count(number(self.files), "file"));
        let mut text = format!("{output}: {rows} from {files}");
        if let Some(partitions) = self.partitions {
            text.push_str(", ");
            text.push_str(&count(number(partitions), "partition"));
        }
        if self.errors > 0 {
            let errors = count(self.errors, "error");
            text.extend([", ", &errors, " in ", &name(&self.errors_file)]);
        }
        let Skipped { files, directories } = self.skipped;
        if files + directories > 0 {
            let files = (files > 0).then(|| count(number(files), "file"));
            let directories = match directories {
                0 => None,
                1 => Some("1 directory".to_owned()),
                _ => Some(format!("{directories} directories")),
            };
            let skipped: Vec<_> = files.into_iter().chain(directories).collect();
            text.extend([
                "\n",
                &skipped.join(" and "),
                " skipped: names that start with . or _, end in .errors.ndjson, or have another extension than \
                 .json, .jsonl and .ndjson",
            ]);
        }
        text
    }
}
