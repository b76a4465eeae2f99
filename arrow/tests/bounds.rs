//! Adversarial input in bounded memory: decoded, as a batch, as values again and through `batches`, each on a stack of
//! 256 KiB. A separate binary, since counting replaces the allocator.
//!
//! `cargo test` runs it at a thousandth of the full scale; at full scale, with the table of peaks:
//! `IOT_JOBS_BOUNDS=full cargo test --release -p iot-jobs-arrow --test bounds -- --nocapture`.

// Clippy's exception for tests does not include the functions that tests call, which panic on failure too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[expect(dead_code, reason = "the outcomes of other places")]
#[path = "../../tests/bounds/inputs.rs"]
mod inputs;

use std::{env, thread};

use allocation_counter::measure;
use inputs::INPUTS;
use iot_jobs::{
    Error, codec, device,
    operation::list_jobs::ListJobsOutput,
    shape::Shape,
    types::{Job, JobExecution},
};
use iot_jobs_arrow::{RecordBatchBuilder, batches, values};

/// The stack of each operation.
const STACK_BYTES: usize = 256 << 10;
/// What an operation allocates whatever its input: the columns of a shape with their descriptions.
const FIXED_BYTES: u64 = 256 << 10;

/// A place in a row.
struct Place {
    name: &'static str,
    before: &'static str,
    after: &'static str,
    /// The maximum allocation at one time, as a multiple of the input.
    times: u64,
    /// Reads the row in each way, and returns the outcome.
    run: fn(&[u8], Way) -> &'static str,
}

/// How a row becomes a batch.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// It is decoded and appended.
    Value,
    /// It is, and is read from the batch again.
    Back,
    /// It is a line.
    Line,
}

const PLACES: [Place; 8] = [
    Place {
        name: "unknown member",
        before: r#"{"new":"#,
        after: "}",
        times: 32,
        run: row::<Job>,
    },
    Place {
        name: "string member",
        before: r#"{"jobId":"#,
        after: "}",
        times: 32,
        run: row::<Job>,
    },
    Place {
        name: "timestamp",
        before: r#"{"queuedAt":"#,
        after: "}",
        times: 32,
        run: row::<JobExecution>,
    },
    Place {
        name: "list",
        before: r#"{"targets":"#,
        after: "}",
        times: 32,
        run: row::<Job>,
    },
    Place {
        name: "map",
        before: r#"{"documentParameters":"#,
        after: "}",
        times: 32,
        run: row::<Job>,
    },
    Place {
        name: "map in a structure",
        before: r#"{"statusDetails":{"detailsMap":"#,
        after: "}}",
        times: 32,
        run: row::<JobExecution>,
    },
    Place {
        name: "document",
        before: r#"{"jobDocument":"#,
        after: "}",
        times: 32,
        run: row::<device::types::JobExecution>,
    },
    // Each `{},` becomes a complete structure, and a row of each of its columns.
    Place {
        name: "structures",
        before: r#"{"jobs":"#,
        after: "}",
        times: 256,
        run: row::<ListJobsOutput>,
    },
];

/// A row as a batch.
fn row<T: Shape>(row: &[u8], way: Way) -> &'static str {
    if matches!(way, Way::Line) {
        let mut batches = batches::<T, _>(row).max_line_bytes(usize::MAX);
        let batch = batches.next().expect("a batch or an error");
        assert!(batches.next().is_none());
        return outcome(batch.map(|batch| assert_eq!(batch.num_rows(), 1)));
    }
    let mut builder = RecordBatchBuilder::<T>::new();
    let appended = codec::from_slice::<T>(row).and_then(|value| builder.append(&value));
    if appended.is_ok() {
        let batch = builder.finish();
        drop(builder);
        if matches!(way, Way::Back) {
            let mut values = values::<T>(&batch).expect("the columns of the shape");
            assert!(values.next().is_some_and(|value| value.is_ok()));
            assert!(values.next().is_none());
        }
    }
    outcome(appended)
}

/// The outcome in one word.
fn outcome(result: Result<(), Error>) -> &'static str {
    match result {
        Ok(()) => "ok",
        Err(error) if error.is_syntax() => "syntax",
        Err(error) if error.is_data() => "data",
        Err(error) => unreachable!("{error}"),
    }
}

/// The outcome of a row at a place, and the peak of the memory that was allocated.
fn run(place: &Place, row: &str, way: Way) -> (&'static str, u64) {
    let work = || {
        let mut outcome = "";
        let allocated = measure(|| outcome = (place.run)(row.as_bytes(), way));
        assert_eq!(allocated.bytes_current, 0, "all allocated memory is freed");
        (outcome, allocated.bytes_max)
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK_BYTES);
        let thread = thread.spawn_scoped(scope, work).expect("a thread");
        thread.join().expect("no panic")
    })
}

#[test]
fn adversarial_rows_are_bounded() {
    let full = env::var("IOT_JOBS_BOUNDS").is_ok_and(|scale| scale == "full");
    let mut broken = Vec::new();
    for input in INPUTS {
        let fragment = (input.make)(if full { 1 } else { 1000 });
        for place in &PLACES {
            let row = format!("{}{fragment}{}", place.before, place.after);
            let size = u64::try_from(row.len()).expect("64 bits");
            let results = [Way::Value, Way::Back, Way::Line].map(|way| run(place, &row, way));
            let (outcome, _) = results[0];
            let peaks = results.map(|(_, peak)| peak);
            let hundredths = peaks.map(|peak| peak * 100 / size);
            println!(
                "{:<18} {:<18} {size:>10} {hundredths:>8?} % {outcome}",
                input.name, place.name
            );
            if results.iter().any(|(other, _)| *other != outcome) {
                broken.push(format!("{} {}: {results:?}", input.name, place.name));
            }
            if peaks
                .iter()
                .any(|peak| *peak > place.times * size + FIXED_BYTES)
            {
                broken.push(format!(
                    "{} {}: {peaks:?} bytes for {size}",
                    input.name, place.name
                ));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}
