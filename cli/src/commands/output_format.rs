//! The output format of commands that read no files.

/// A format for people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputFormat {
    /// Text.
    Human,
    /// JSON, an object on each line.
    Json,
}
