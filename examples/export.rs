//! Counts the job executions of an NDJSON export by status, on all cores and in constant memory.
//!
//! ```text
//! cargo run --release --example export < executions.ndjson
//! ```
//!
//! Invalid lines are reported on standard error, and counted as executions without a status.

use std::{collections::BTreeMap, fmt::Write, io};

use iot_jobs::{
    Error,
    codec::{self, Chunk},
    types::{JobExecution, JobExecutionStatus},
};
use rayon::iter::{ParallelBridge, ParallelIterator};

/// The number of executions by status; `None` is for executions without one and for invalid lines.
type Counts = BTreeMap<Option<JobExecutionStatus>, usize>;

fn main() -> Result<(), Error> {
    // A thread takes its next chunk after it has counted the last, so there is at most one per thread.
    let counts = codec::chunks(io::stdin())
        .par_bridge()
        .map(|chunk| chunk.map(|chunk| count(&chunk)))
        .try_reduce(Counts::new, |one, other| Ok(sum(one, other)))?;
    for (status, executions) in &counts {
        let status = status.as_ref().map_or("(none)", JobExecutionStatus::as_str);
        println!("{executions:>12} {status}");
    }
    Ok(())
}

fn count(chunk: &Chunk) -> Counts {
    let mut counts = Counts::new();
    let mut errors = String::new();
    for line in chunk.lines::<JobExecution>() {
        let status = line.map_or_else(
            |error| {
                let (line, path) = (error.line().unwrap_or_default(), error.path());
                let _ = writeln!(errors, "line {line}, {path}: {}", error.message());
                None
            },
            |execution| execution.status,
        );
        *counts.entry(status).or_default() += 1;
    }
    eprint!("{errors}");
    counts
}

fn sum(mut one: Counts, other: Counts) -> Counts {
    for (status, executions) in other {
        *one.entry(status).or_default() += executions;
    }
    one
}
