//! Decodes, encodes and writes at once, in constant memory.
//!
//! One thread reads and cuts the input into pieces. Successive pieces are a group, which one of the other threads
//! decodes and encodes, for Parquet to a row group. The main thread writes the groups in the order of the input, so
//! that the output does not depend on the number of threads. [`flow::Flow`] bounds what is in between.

mod bad_rows;
mod bad_rows_file;
mod checked_output;
mod failure;
mod files;
mod flow;
mod input;
mod other_shape;
mod output;
mod progress;
mod reader;
mod repeated;
mod rows;
mod summary;
mod temporary;
mod worker;
mod writer;

use std::{
    io,
    num::NonZeroUsize,
    sync::{Mutex, atomic::AtomicU64, mpsc},
    thread::{self, Scope, ScopedJoinHandle},
};

use self::{
    bad_rows_file::BadRowsFile,
    failure::Failure,
    files::{NewDirectory, NewFile},
    flow::Flow,
    input::Input,
    output::{Encoders, PartitionKey, PartitionWriters, Writer},
    progress::Progress,
    reader::Reader,
    rows::RowShape,
    summary::Summary,
    worker::Shared,
    writer::GroupWriter,
};
use super::{
    format::ConvertFormat,
    options::{ConvertOptions, MAX_THREADS},
};
use crate::{
    counts::Outcome,
    reading::{Extensions, Skipped, Source},
};

/// How much is read ahead of the threads that decode.
const AHEAD_BYTES: usize = 8 << 20;

/// Converts the files and prints what was written, or why not.
pub(super) fn run(options: &ConvertOptions) -> Outcome {
    match convert(options) {
        Ok(summary) => {
            summary.print();
            if summary.errors > 0 {
                Outcome::Errors
            } else {
                Outcome::Ok
            }
        }
        Err(failure) => failure.print(),
    }
}

fn convert(options: &ConvertOptions) -> Result<Summary, Failure> {
    let shape = RowShape::of(&options.shape);
    let shape = shape.ok_or_else(|| Failure::Invalid("the shape has no columns".to_owned()))?;
    let (files, skipped) = files(options)?;
    repeated::check(&files)?;
    let key = options.partition.as_ref();
    let key = key.map(|partition| PartitionKey::of(partition, &shape.schema));
    let key = key.transpose().map_err(Failure::Invalid)?;
    let prefix = key.as_ref().map(PartitionKey::prefix);
    checked_output::check(options, &files, prefix.as_deref())?;
    temporary::remove_on_interrupt().map_err(Failure::CannotStartThread)?;
    let cannot_write = |error| Failure::cannot_write(&options.output, error);
    let (output, encoders) = start(options, &shape, key).map_err(cannot_write)?;

    let processors = || thread::available_parallelism().ok();
    let threads = options.threads.or_else(processors);
    let threads = threads.map_or(1, NonZeroUsize::get).min(MAX_THREADS);
    let group_size = encoders.group_size();
    // While a thread decodes a group, the next ones are read for the others.
    let max_bytes = (threads - 1)
        .saturating_mul(group_size.bytes)
        .saturating_add(AHEAD_BYTES);
    let flow = Flow::new(max_bytes, threads.saturating_mul(2));
    let (read, decoded) = (AtomicU64::new(0), AtomicU64::new(0));
    let (groups, received) = mpsc::channel();
    let shared = Shared {
        groups: Mutex::new(received),
        flow: &flow,
        shape: &shape,
        encoders: &encoders,
        decoded: &decoded,
        max_size: options.max_size,
        strict: options.strict,
    };
    let input = Input::new(&options.shape, options.ndjson, options.max_size);
    let total = files.iter().map(Source::byte_count).sum();
    let (messages, received) = mpsc::sync_channel(threads);
    let written = thread::scope(|scope| {
        // Until its thread is started, an error drops it, and the other threads end since no group can follow.
        let reader = Reader::new(&flow, group_size, groups);
        for _ in 0..threads {
            let messages = messages.clone();
            let shared = &shared;
            spawn(scope, move || worker::run(shared, &messages))?;
        }
        let reader = spawn(scope, || reader.run(&input, &files, &read))?;
        drop(messages);
        let writer = GroupWriter {
            messages: received,
            output,
            output_path: &options.output,
            bad: BadRowsFile::new(options.errors.clone(), options.force),
            flow: &flow,
            read: &read,
            decoded: &decoded,
            progress: Progress::new(total),
        };
        let written = writer.run();
        flow.stop();
        // A strict run that ended early did not read everything.
        let complete = reader.join().map_err(|_| Failure::panicked())?;
        let written = written?;
        complete?;
        Ok::<_, Failure>(written)
    })?;
    let summary = written.commit()?;
    Ok(Summary {
        output: options.output.clone(),
        files: files.len(),
        skipped,
        errors_file: options.errors.clone().unwrap_or_default(),
        ..summary
    })
}

/// Starts a thread, which the system may refuse.
fn spawn<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    run: impl FnOnce() -> T + Send + 's,
) -> Result<ScopedJoinHandle<'s, T>, Failure> {
    let started = thread::Builder::new().spawn_scoped(scope, run);
    started.map_err(Failure::CannotStartThread)
}

/// The files of all sources, and what of the directories is skipped.
fn files(options: &ConvertOptions) -> Result<(Vec<Source>, Skipped), Failure> {
    let (mut all, mut all_skipped) = (Vec::new(), Skipped::default());
    for source in &options.sources {
        let (files, skipped) = source.files(Extensions::Exports, &options.exclude);
        for file in files {
            all.push(file.map_err(|(source, error)| Failure::Unreadable {
                file: source.to_string(),
                reason: error.to_string(),
            })?);
        }
        all_skipped += skipped;
    }
    Ok((all, all_skipped))
}

/// Starts the output.
fn start(
    options: &ConvertOptions,
    shape: &RowShape,
    key: Option<PartitionKey>,
) -> io::Result<(Writer, Encoders)> {
    if let Some(key) = key {
        let directory = NewDirectory::create(&options.output, options.force)?;
        let writers = PartitionWriters::new(directory, key.schema())?;
        return Ok((
            Writer::Partitions(Box::new(writers)),
            Encoders::Partitions(key),
        ));
    }
    let file = if options.output.as_os_str() == "-" {
        NewFile::stdout()
    } else {
        NewFile::create(&options.output, options.force)?
    };
    match options.format {
        ConvertFormat::Parquet => output::parquet(file, &shape.schema),
        ConvertFormat::Arrow => output::arrow(file, &shape.schema),
        ConvertFormat::Csv => output::csv(file, &shape.schema),
    }
}
