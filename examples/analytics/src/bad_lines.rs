//! The lines of a scan that do not decode: engines skip them, and this reports them.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufRead, BufReader, Read, Write},
    path::Path,
    sync::{Mutex, PoisonError},
};

use iot_jobs::Error;

/// How many lines of a partition are reported with reasons.
const REPORTED: usize = 10;

/// The bad lines of all partitions of a file, by the offset at which a partition starts.
///
/// A query can scan a file more than once; a later scan of a partition replaces the lines of an earlier one.
#[derive(Debug, Default)]
pub struct BadLines(Mutex<BTreeMap<u64, PartitionLines>>);

/// The bad lines of a partition.
#[derive(Debug, Default)]
pub struct PartitionLines {
    count: u64,
    /// The first lines, numbered from the start of the partition, with paths and reasons.
    first: Vec<(usize, String)>,
}

impl PartitionLines {
    pub fn add(&mut self, error: &Error) {
        self.count += 1;
        if self.first.len() < REPORTED {
            let reason = format!("{}: {}", error.path(), error.message());
            self.first.push((error.line().unwrap_or_default(), reason));
        }
    }
}

impl BadLines {
    pub fn set(&self, start: u64, lines: PartitionLines) {
        let mut partitions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        partitions.insert(start, lines);
    }

    /// Writes how many lines are bad, and the first of them with line numbers of the whole file.
    pub fn report(&self, file: &Path, output: &mut impl Write) -> io::Result<()> {
        let partitions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count: u64 = partitions.values().map(|lines| lines.count).sum();
        if count == 0 {
            return Ok(());
        }
        let mut reader = BufReader::with_capacity(1 << 16, File::open(file)?);
        let (mut offset, mut before) = (0, 0);
        let mut reported = 0;
        for (start, lines) in &*partitions {
            if reported == REPORTED {
                break;
            }
            before += count_lines(&mut reader.by_ref().take(start - offset))?;
            offset = *start;
            for (line, reason) in lines.first.iter().take(REPORTED - reported) {
                writeln!(output, "line {}, {reason}", before + line)?;
                reported += 1;
            }
        }
        writeln!(
            output,
            "{count} lines do not decode and are not in the answer"
        )
    }
}

fn count_lines(reader: &mut impl BufRead) -> io::Result<usize> {
    let mut count = 0;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(count);
        }
        count += memchr::memchr_iter(b'\n', buffer).count();
        let length = buffer.len();
        reader.consume(length);
    }
}
