//! Work grows with the size of the input, not with its square: the bytes that are allocated for inputs of doubled
//! sizes. A separate binary, since counting replaces the allocator.

// Clippy's exception for tests does not include the functions that tests call, which panic on failure too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::{collections::HashMap, fmt::Write as _};

use allocation_counter::measure;
use iot_jobs::{
    Path, Validate, codec,
    device::message::JobExecutionsChanged,
    document::{Document, managed_template::check_parameters, placeholder},
    operation::create_job::CreateJobInput,
    shape::Shape,
    types::DocumentParameter,
};

/// An operation on an input of a size.
struct Row {
    name: &'static str,
    /// Makes the input, and returns the operation on it.
    make: fn(usize) -> Box<dyn Fn()>,
}

/// A list in JSON of equal elements.
fn list(count: usize, element: &str) -> String {
    format!("[{}]", vec![element; count].join(","))
}

/// An object with one long key, sixteen bytes for each element of the list below it.
fn below_long_key(count: usize, element: &str) -> String {
    format!(
        "{{\"{}\":{}}}",
        "k".repeat(16 * count),
        list(count, element)
    )
}

/// A message with jobs below a status of any length.
fn changed(count: usize, summary: &str) -> JobExecutionsChanged {
    let text = format!("{{\"jobs\":{}}}", below_long_key(count, summary));
    codec::from_str(&text).expect("a message")
}

const ROWS: &[Row] = &[
    Row {
        name: "placeholders in one string",
        make: |count| {
            let text = format!("\"{}\"", "${aws:iot:parameter:k} ".repeat(count));
            Box::new(move || assert_eq!(placeholder::find(&text).unwrap().len(), count))
        },
    },
    Row {
        name: "malformed placeholders in one string",
        make: |count| {
            let text = format!("\"{}\"", "${aws:iot:x ".repeat(count));
            Box::new(move || assert!(Document::check(&text).unwrap().len() >= count))
        },
    },
    Row {
        name: "malformed placeholders below a long key",
        make: |count| {
            let text = below_long_key(count, "\"${aws:iot:x}\"");
            Box::new(move || assert!(Document::check(&text).unwrap().len() >= count))
        },
    },
    Row {
        name: "violations below a long key",
        make: |count| {
            let message = changed(count, r#"{"jobId":"*"}"#);
            Box::new(move || assert!(message.violations().len() >= count))
        },
    },
    Row {
        name: "violations below a long key as text",
        make: |count| {
            let violations = changed(count, r#"{"jobId":"*"}"#).violations();
            Box::new(move || {
                let mut text = String::new();
                for violation in &violations {
                    writeln!(text, "{violation}").unwrap();
                }
                assert!(text.len() > count);
            })
        },
    },
    Row {
        name: "unknown members below a long key",
        make: |count| {
            let message = changed(count, r#"{"new":1}"#);
            Box::new(move || assert!(message.unknown().len() >= count))
        },
    },
    Row {
        name: "places on one line",
        make: |count| {
            let text = list(count, "7");
            let paths: Vec<_> = (0..count).map(|index| Path::root().index(index)).collect();
            Box::new(move || assert_eq!(codec::places(&text, &paths).unwrap().len(), count))
        },
    },
    Row {
        name: "places below a long key",
        make: |count| {
            let text = format!("{{\"jobs\":{}}}", below_long_key(count, r#"{"jobId":"*"}"#));
            let message = changed(count, r#"{"jobId":"*"}"#);
            let paths: Vec<_> = message
                .violations()
                .into_iter()
                .map(|found| found.path)
                .collect();
            Box::new(move || {
                let places = codec::places(&text, &paths).unwrap();
                assert!(places.iter().all(|place| place.exact));
            })
        },
    },
    Row {
        name: "indentation of open brackets",
        make: |count| {
            let text = "[".repeat(count);
            Box::new(move || assert!(codec::indent(&text).len() > count))
        },
    },
    Row {
        name: "tags with equal keys",
        make: |count| {
            let text = format!("{{\"tags\":{}}}", list(count, r#"{"Key":"k"}"#));
            let input: CreateJobInput = codec::from_str(&text).unwrap();
            Box::new(move || assert!(input.violations().len() >= count))
        },
    },
    Row {
        name: "parameters that a template does not have",
        make: |count| {
            let named = |prefix, number| format!("{prefix}{number}");
            let given: HashMap<_, _> = (0..count)
                .map(|number| (named("g", number), String::new()))
                .collect();
            let described: Vec<_> = (0..count)
                .map(|number| DocumentParameter::builder().key(named("d", number)).build())
                .collect();
            Box::new(move || {
                assert_eq!(check_parameters(&given, &described).len(), 2 * count);
            })
        },
    },
];

#[test]
fn doubled_inputs_take_at_most_two_and_a_fifth_times_the_allocations() {
    let mut broken = Vec::new();
    for row in ROWS {
        let mut last = None;
        // Sorting a few thousand elements starts to allocate, once for each size.
        for power in 12..=15 {
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
