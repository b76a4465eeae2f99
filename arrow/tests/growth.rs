//! Work grows with the size of the input, not with its square: the bytes that are allocated for inputs of doubled sizes.
//! A separate binary, since counting replaces the allocator.

// Clippy's exception for tests does not include the functions that tests call, which panic on failure too.
#![allow(clippy::unwrap_used)]

use allocation_counter::measure;
use iot_jobs::{
    catalog, codec,
    columns::{
        self, arrow_json,
        athena::{self, StoredAs, TableName},
        spark,
    },
    operation::list_jobs::ListJobsOutput,
    shape::Shape,
    types::{Job, JobExecution},
};
use iot_jobs_arrow::{RecordBatchBuilder, batches, values};

/// An operation on an input of a size.
struct Row {
    name: &'static str,
    /// The power of two of the largest size, which takes half a second without optimizations.
    last: u32,
    /// Makes the input, and returns the operation on it.
    make: fn(usize) -> Box<dyn Fn()>,
}

/// An execution with values in columns of most types.
const EXECUTION: &str = r#"{"jobId":"a","status":"QUEUED","queuedAt":1549395301.389,"statusDetails":{"detailsMap":{"k":"v"}},"executionNumber":7,"new":1.50}"#;

/// Members with distinct names.
fn members(count: usize) -> String {
    let members = (0..count).map(|number| format!("\"m{number}\":\"v\""));
    members.collect::<Vec<_>>().join(",")
}

/// Reads lines into batches, with this number of errors, and values from these again.
fn through_batches<T: Shape>(lines: String, errors: usize) -> Box<dyn Fn()> {
    Box::new(move || {
        let mut found = 0;
        for batch in batches::<T, _>(lines.as_bytes()).max_line_bytes(usize::MAX) {
            match batch {
                Ok(batch) => assert!(values::<T>(&batch).unwrap().all(|value| value.is_ok())),
                Err(_) => found += 1,
            }
        }
        assert_eq!(found, errors);
    })
}

const ROWS: &[Row] = &[
    Row {
        name: "lines",
        last: 13,
        make: |count| through_batches::<JobExecution>(format!("{EXECUTION}\n").repeat(count), 0),
    },
    Row {
        name: "bad lines",
        last: 14,
        make: |count| {
            through_batches::<JobExecution>("{\"jobId\":{\"a\":[1]}}\n".repeat(count), count)
        },
    },
    Row {
        name: "one string",
        last: 13,
        make: |count| {
            let string = "x\\n".repeat(16 * count);
            through_batches::<JobExecution>(format!("{{\"jobId\":\"{string}\"}}"), 0)
        },
    },
    Row {
        name: "unknown members of one object",
        last: 14,
        make: |count| through_batches::<JobExecution>(format!("{{{}}}", members(count)), 0),
    },
    Row {
        name: "entries of one map",
        last: 14,
        make: |count| {
            let text = format!("{{\"documentParameters\":{{{}}}}}", members(count));
            through_batches::<Job>(text, 0)
        },
    },
    Row {
        name: "elements of one list",
        last: 14,
        make: |count| {
            let jobs = vec![r#"{"jobId":"a","new":1}"#; count].join(",");
            through_batches::<ListJobsOutput>(format!("{{\"jobs\":[{jobs}]}}"), 0)
        },
    },
    Row {
        name: "rejected rows after as many others",
        last: 14,
        make: |count| {
            let row: Job = codec::from_str(r#"{"jobId":"a","targets":["t"]}"#).unwrap();
            let mut rejected = row.clone();
            rejected.unknown_members_mut().insert("jobId", "1").unwrap();
            Box::new(move || {
                let mut builder = RecordBatchBuilder::new();
                for _ in 0..count {
                    builder.append(&row).unwrap();
                }
                for _ in 0..count {
                    builder.append(&rejected).unwrap_err();
                }
                assert_eq!(builder.finish().num_rows(), count);
            })
        },
    },
];

#[test]
fn doubled_inputs_take_at_most_two_and_a_fifth_times_the_allocations() {
    let mut broken = Vec::new();
    for row in ROWS {
        let mut last = None;
        for power in 10..=row.last {
            let operation = (row.make)(1 << power);
            let bytes = measure(&*operation).bytes_total;
            assert!(bytes > 0, "{}", row.name);
            if let Some(last) = last
                && bytes * 10 > last * 22
            {
                broken.push(format!("{}: 2^{power}: {last} to {bytes}", row.name));
            }
            last = Some(bytes);
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn schemas_take_a_multiple_of_their_text_whatever_the_shape() {
    const TIMES: u64 = 64;
    let table = TableName::new("t").unwrap();
    let schemas = [
        |structure, _: &TableName| format!("{:?}", columns::of(structure)),
        |structure, _: &TableName| arrow_json::schema(structure),
        |structure, _: &TableName| spark::schema(structure),
        |structure, table: &TableName| athena::create_table(structure, table, StoredAs::Parquet),
        |structure, table: &TableName| athena::create_table(structure, table, StoredAs::Ndjson),
    ];
    for shape in catalog::shapes() {
        for (index, schema) in schemas.iter().enumerate() {
            let mut length = 0;
            let bytes = measure(|| length = schema(shape.structure(), &table).len()).bytes_total;
            let times = bytes / u64::try_from(length).unwrap();
            assert!(
                times <= TIMES,
                "{} {index}: {bytes} for {length}",
                shape.name()
            );
        }
    }
}
