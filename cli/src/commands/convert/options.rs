//! The options of `iot-jobs convert`.

use std::{num::NonZeroUsize, path::PathBuf};

use iot_jobs::{catalog::ShapeEntry, columns::Partition};

use super::format::ConvertFormat;
use crate::reading::{Exclude, Source};

/// The maximum number of threads that decode and encode: each has buffers of its own, and the output is written by one.
pub const MAX_THREADS: usize = 256;

/// The options of `iot-jobs convert`.
pub struct ConvertOptions {
    /// The shape of each value.
    pub shape: ShapeEntry,
    /// The files and directories to read.
    pub sources: Vec<Source>,
    /// The files and directories of directories that are not read.
    pub exclude: Vec<Exclude>,
    /// Whether each line is a value, whatever the first line looks like.
    pub ndjson: bool,
    /// The maximum number of bytes of a value.
    pub max_size: u64,
    /// The file, or with partitions the directory, to write; `-` is standard output.
    pub output: PathBuf,
    /// The format of the output.
    pub format: ConvertFormat,
    /// What the output is partitioned by.
    pub partition: Option<Partition>,
    /// The file for the values that do not decode; `None` if the first one ends the run.
    pub errors: Option<PathBuf>,
    /// Whether the first value that does not decode ends the run.
    pub strict: bool,
    /// Whether an output that exists is replaced.
    pub force: bool,
    /// The number of threads that decode and encode; without it, that of the processors.
    pub threads: Option<NonZeroUsize>,
}
