//! The work of a conversion grows with the size of its input, not with its square: what all threads allocate for inputs
//! of doubled sizes. A separate binary with one test, since the allocator that counts does so for the whole process.

// Clippy's exception for tests does not include the functions that tests call, which panic on failure too.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    alloc::System,
    fs,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use iot_jobs::{catalog, columns::Partition};
use iot_jobs_cli::{
    commands::convert::{self, ConvertFormat, ConvertOptions},
    counts::InputCounts,
    reading::Source,
};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// An execution with values in columns of most types.
const EXECUTION: &str = r#"{"jobId":"a","status":"QUEUED","queuedAt":1549395301.389,"statusDetails":{"detailsMap":{"k":"v"}},"executionNumber":7,"new":1.50}"#;

/// A value that is not a row.
const BAD: &str = r#"{"jobId":"a","status":{"a":[1,2,3]}}"#;

/// An input of a size.
struct Input {
    name: &'static str,
    shape: &'static str,
    /// The power of two that is the smaller size, of which a build without optimizations takes a tenth of a second.
    power: u32,
    make: fn(usize) -> String,
    /// Whether it has values that are not rows.
    errors: bool,
}

const INPUTS: &[Input] = &[
    Input {
        name: "lines",
        shape: "JobExecution",
        power: 10,
        make: |count| format!("{EXECUTION}\n").repeat(count),
        errors: false,
    },
    Input {
        name: "values without line ends",
        shape: "JobExecution",
        power: 10,
        make: |count| EXECUTION.repeat(count),
        errors: false,
    },
    Input {
        name: "one array on one line",
        shape: "JobExecution",
        power: 10,
        make: |count| format!("[{}]", vec![EXECUTION; count].join(",")),
        errors: false,
    },
    Input {
        name: "elements of a page",
        shape: "JobSummary",
        power: 10,
        make: |count| {
            let job = r#"{"jobId":"a","status":"QUEUED","createdAt":1549395301.389}"#;
            format!("{{\"jobs\":[{}]}}", vec![job; count].join(","))
        },
        errors: false,
    },
    Input {
        name: "one string",
        shape: "JobExecution",
        power: 14,
        make: |count| {
            format!(
                "{{\"jobId\":\"a\",\"thingArn\":\"{}\"}}",
                "x\\n".repeat(4 * count)
            )
        },
        errors: false,
    },
    Input {
        name: "unknown members of one object",
        shape: "JobExecution",
        power: 12,
        make: |count| format!("{{\"jobId\":\"a\",{}}}", members(count)),
        errors: false,
    },
    Input {
        name: "entries of one map",
        shape: "JobExecution",
        power: 12,
        make: |count| {
            format!(
                "{{\"statusDetails\":{{\"detailsMap\":{{{}}}}}}}",
                members(count)
            )
        },
        errors: false,
    },
    Input {
        name: "bad lines",
        shape: "JobExecution",
        power: 10,
        make: |count| format!("{BAD}\n").repeat(count),
        errors: true,
    },
    Input {
        name: "bad elements of one array on one line",
        shape: "JobExecution",
        power: 10,
        make: |count| format!("[{}]", vec![BAD; count].join(",")),
        errors: true,
    },
    Input {
        name: "members of another shape",
        shape: "JobExecution",
        power: 12,
        make: |count| format!("{{{}}}", members(count)),
        errors: true,
    },
    Input {
        name: "white space before a line",
        shape: "JobExecution",
        power: 14,
        make: |count| format!("{}{EXECUTION}", " \n".repeat(8 * count)),
        errors: false,
    },
];

/// Members with distinct names.
fn members(count: usize) -> String {
    let members = (0..count).map(|number| format!("\"m{number}\":\"v\""));
    members.collect::<Vec<_>>().join(",")
}

/// The outputs: a format, and what it is partitioned by.
const OUTPUTS: [(&str, ConvertFormat, Option<&str>); 4] = [
    ("parquet", ConvertFormat::Parquet, None),
    ("partitions", ConvertFormat::Parquet, Some("status")),
    ("arrow", ConvertFormat::Arrow, None),
    ("csv", ConvertFormat::Csv, None),
];

/// The allocations of a conversion by all threads, and their bytes.
fn allocated(directory: &Path, options: &ConvertOptions, errors: bool) -> [usize; 2] {
    let _ = fs::remove_dir_all(directory);
    fs::create_dir(directory).unwrap();
    let region = Region::new(ALLOCATOR);
    let mut counts = InputCounts::default();
    convert::run(options, &mut counts).unwrap();
    let stats = region.change();
    let found = (counts.ok, counts.with_errors);
    assert_eq!(found, if errors { (0, 1) } else { (1, 0) });
    [
        stats.allocations + stats.reallocations,
        stats.bytes_allocated,
    ]
}

#[test]
fn doubled_inputs_take_at_most_two_and_a_fifth_times_the_allocations() {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("growth");
    fs::create_dir_all(&root).unwrap();
    let (file, directory) = (root.join("input.json"), root.join("output"));
    let mut broken = Vec::new();
    for (number, input) in INPUTS.iter().enumerate() {
        // How an output is written does not depend on the input: all outputs for the first, the usual ones for the others.
        let outputs = if number == 0 { 4 } else { 2 };
        let shape = catalog::find_shape(input.shape).unwrap();
        for (output, format, partition) in OUTPUTS.into_iter().take(outputs) {
            let partition = partition.map(|text| Partition::new(shape.structure(), text).unwrap());
            let options = ConvertOptions {
                shape,
                sources: vec![Source::Path(file.clone())],
                exclude: Vec::new(),
                ndjson: false,
                max_size: 1 << 30,
                output: directory.join("output"),
                format,
                partition,
                errors: Some(directory.join("errors.ndjson")),
                strict: false,
                force: false,
                threads: NonZeroUsize::new(2),
            };
            // Doubled twice, since some buffers have a minimum size.
            let [small, large] = [input.power, input.power + 2].map(|power| {
                fs::write(&file, (input.make)(1 << power)).unwrap();
                allocated(&directory, &options, input.errors)
            });
            for (small, large) in small.into_iter().zip(large) {
                if large * 100 > small * 22 * 22 {
                    broken.push(format!("{}, {output}: {small} to {large}", input.name));
                }
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}
