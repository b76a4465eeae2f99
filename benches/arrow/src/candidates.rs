//! The candidates of each comparison.

use std::hint::black_box;

use arrow_array::RecordBatch;
use iot_jobs::types::JobExecution;
use iot_jobs_arrow::{batches, values};

use crate::{
    Failure, ROWS,
    builder::{Builder, decode, from_lines, from_values},
    builders::{ArrowBuilders, ArrowJson, Ours, SerdeArrow},
    reading::{Times, read},
    wire_schema::wire_schema,
};

/// What all candidates of a run get.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    pub export: &'a str,
    pub lines: &'a [&'a [u8]],
    pub values: &'a [JobExecution],
    pub batches: &'a [RecordBatch],
}

/// Passes the batches of the input to a function.
pub type Run<'a> = Box<dyn FnMut(&mut dyn FnMut(RecordBatch)) -> Result<(), Failure> + 'a>;

/// A way to make batches.
pub struct Candidate {
    pub name: &'static str,
    pub prepare: for<'a> fn(Input<'a>) -> Result<Run<'a>, Failure>,
}

pub const DECODE: &str = "decoding alone";
pub const OURS: &str = "iot-jobs-arrow";
pub const ARROW: &str = "arrow's builders by hand";

/// From lines to batches.
pub const OF_LINES: [Candidate; 11] = [
    Candidate {
        name: DECODE,
        prepare: |input| Ok(Box::new(move |_| decode(input.lines))),
    },
    Candidate {
        name: OURS,
        prepare: |input| of_lines(input, Ok(Ours::new())),
    },
    Candidate {
        name: "iot-jobs-arrow, batches(reader)",
        prepare: |input| {
            Ok(Box::new(move |use_batch| {
                for batch in batches::<JobExecution, _>(input.export.as_bytes()).rows(ROWS) {
                    use_batch(batch?);
                }
                Ok(())
            }))
        },
    },
    Candidate {
        name: ARROW,
        prepare: |input| of_lines(input, Ok(ArrowBuilders::new())),
    },
    Candidate {
        name: "arrow-json, values",
        prepare: |input| of_lines(input, of_values_with_arrow_json()),
    },
    Candidate {
        name: "arrow-json, rows by hand",
        prepare: |input| of_lines(input, ArrowJson::of_rows()),
    },
    Candidate {
        name: "serde_arrow, values",
        prepare: |input| of_lines(input, of_values_with_serde_arrow()),
    },
    Candidate {
        name: "serde_arrow, rows by hand",
        prepare: |input| of_lines(input, SerdeArrow::of_rows()),
    },
    Candidate {
        name: "arrow-json, text, times as Timestamp(µs)",
        prepare: |input| of_text(input, Times::Timestamp),
    },
    Candidate {
        name: "arrow-json, text, times as Float64",
        prepare: |input| of_text(input, Times::Double),
    },
    Candidate {
        name: "arrow-json, text, times as Utf8",
        prepare: |input| of_text(input, Times::Text),
    },
];

/// From decoded values to batches.
pub const OF_VALUES: [Candidate; 6] = [
    Candidate {
        name: OURS,
        prepare: |input| of_values(input, Ok(Ours::new())),
    },
    Candidate {
        name: ARROW,
        prepare: |input| of_values(input, Ok(ArrowBuilders::new())),
    },
    Candidate {
        name: "arrow-json, values",
        prepare: |input| of_values(input, of_values_with_arrow_json()),
    },
    Candidate {
        name: "arrow-json, rows by hand",
        prepare: |input| of_values(input, ArrowJson::of_rows()),
    },
    Candidate {
        name: "serde_arrow, values",
        prepare: |input| of_values(input, of_values_with_serde_arrow()),
    },
    Candidate {
        name: "serde_arrow, rows by hand",
        prepare: |input| of_values(input, SerdeArrow::of_rows()),
    },
];

/// From batches to values, which neither passes on.
pub const BACK: [Candidate; 2] = [
    Candidate {
        name: DECODE,
        prepare: |input| Ok(Box::new(move |_| decode(input.lines))),
    },
    Candidate {
        name: "iot-jobs-arrow, values(batch)",
        prepare: |input| {
            Ok(Box::new(move |_| {
                for batch in input.batches {
                    for value in values::<JobExecution>(batch)? {
                        black_box(value?);
                    }
                }
                Ok(())
            }))
        },
    },
];

fn of_lines<'a, B: Builder + 'a>(
    input: Input<'a>,
    builder: Result<B, Failure>,
) -> Result<Run<'a>, Failure> {
    let mut builder = builder?;
    Ok(Box::new(move |use_batch| {
        from_lines(input.lines, &mut builder, use_batch)
    }))
}

fn of_values<'a, B: Builder + 'a>(
    input: Input<'a>,
    builder: Result<B, Failure>,
) -> Result<Run<'a>, Failure> {
    let mut builder = builder?;
    Ok(Box::new(move |use_batch| {
        from_values(input.values, &mut builder, use_batch)
    }))
}

#[allow(clippy::unnecessary_wraps)] // As the others.
fn of_text(input: Input<'_>, times: Times) -> Result<Run<'_>, Failure> {
    Ok(Box::new(move |use_batch| {
        read(input.export, times, use_batch)
    }))
}

/// A serialized time is a number of seconds, which arrow-json takes only as a floating-point number.
fn of_values_with_arrow_json() -> Result<ArrowJson, Failure> {
    ArrowJson::of_values(wire_schema(&Times::Double.data_type()))
}

/// As arrow-json.
fn of_values_with_serde_arrow() -> Result<SerdeArrow, Failure> {
    SerdeArrow::of_values(&wire_schema(&Times::Double.data_type()))
}
