//! Counts the job executions of an NDJSON export by status, on all cores and in constant memory.
//!
//! ```text
//! cargo run --release --example export < executions.ndjson
//! ```
//!
//! Invalid lines are reported on standard error, and counted as executions without a status.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read},
};

use iot_jobs::{
    codec,
    types::{JobExecution, JobExecutionStatus},
};
use rayon::iter::{ParallelBridge, ParallelIterator};

/// The size of a chunk in bytes, not counting the end of its last line: large enough that the cost of
/// passing it to a thread is negligible.
const CHUNK: u64 = 1 << 18;

/// The number of executions by status; `None` is for executions without one and for invalid lines.
type Counts = BTreeMap<Option<JobExecutionStatus>, usize>;

fn main() -> io::Result<()> {
    let mut input = BufReader::new(io::stdin());
    let mut lines_before = 0;
    // A thread reads its next chunk after it has processed the last, so there is at most one per thread.
    let counts = std::iter::from_fn(|| chunk(&mut input, &mut lines_before).transpose())
        .par_bridge()
        .map(|chunk| chunk.map(|(lines_before, text)| count(lines_before, &text)))
        .try_reduce(Counts::new, |one, other| Ok(sum(one, other)))?;
    for (status, executions) in &counts {
        let status = status.as_ref().map_or("(none)", JobExecutionStatus::as_str);
        println!("{executions:>12} {status}");
    }
    Ok(())
}

/// The next complete lines, and the number of lines before them.
fn chunk(input: &mut impl BufRead, lines: &mut usize) -> io::Result<Option<(usize, Vec<u8>)>> {
    let mut text = Vec::new();
    input.by_ref().take(CHUNK).read_to_end(&mut text)?;
    if text.last().is_some_and(|byte| *byte != b'\n') {
        input.read_until(b'\n', &mut text)?;
    }
    let before = *lines;
    let ends = text.iter().map(|byte| usize::from(*byte == b'\n'));
    *lines += ends.sum::<usize>();
    Ok((!text.is_empty()).then_some((before, text)))
}

fn count(lines_before: usize, text: &[u8]) -> Counts {
    let mut counts = Counts::new();
    for line in codec::lines::<JobExecution, _>(text) {
        let status = match line {
            Ok(execution) => execution.status,
            Err(error) => {
                let line = error.line().map_or(0, |line| lines_before + line);
                eprintln!("line {line}, {}: {}", error.path(), error.message());
                None
            }
        };
        *counts.entry(status).or_default() += 1;
    }
    counts
}

fn sum(mut one: Counts, other: Counts) -> Counts {
    for (status, executions) in other {
        *one.entry(status).or_default() += executions;
    }
    one
}
