//! The forms that lines of exports have, and what arrow-json's reader makes of them.

use arrow_array::RecordBatch;
use iot_jobs::types::JobExecution;
use iot_jobs_arrow::batches;

use crate::{
    differences::differences,
    reading::{Times, read},
};

/// Lines, each with what is special about it.
const FORMS: [(&str, &str); 18] = [
    (
        "seconds with milliseconds",
        r#"{"queuedAt":1549395301.389}"#,
    ),
    ("whole seconds", r#"{"queuedAt":1549395301}"#),
    (
        "seconds with an exponent",
        r#"{"queuedAt":1.549395301389e9}"#,
    ),
    ("milliseconds", r#"{"queuedAt":1549395301389}"#),
    (
        "ISO 8601, UTC",
        r#"{"queuedAt":"2019-02-05T19:35:01.389Z"}"#,
    ),
    (
        "ISO 8601, an offset",
        r#"{"queuedAt":"2019-02-05T20:35:01.389+01:00"}"#,
    ),
    (
        "ISO 8601, basic format",
        r#"{"queuedAt":"20190205T193501.389Z"}"#,
    ),
    (
        "a time without an offset",
        r#"{"queuedAt":"2019-02-05T19:35:01.389"}"#,
    ),
    ("an integer in a string", r#"{"executionNumber":"7"}"#),
    (
        "an integer with a fraction of zero",
        r#"{"executionNumber":7.0}"#,
    ),
    ("an integer with a fraction", r#"{"executionNumber":7.5}"#),
    ("an unknown member", r#"{"jobId":"a","new":1.50}"#),
    ("a member twice", r#"{"jobId":"a","jobId":"b"}"#),
    (
        "keys that are not sorted",
        r#"{"statusDetails":{"detailsMap":{"b":"1","a":"2"}}}"#,
    ),
    (
        "null in a map",
        r#"{"statusDetails":{"detailsMap":{"a":null}}}"#,
    ),
    (
        "a key twice",
        r#"{"statusDetails":{"detailsMap":{"a":"1","a":"2"}}}"#,
    ),
    ("two values on a line", r#"{"jobId":"a"}{"jobId":"b"}"#),
    ("text that is no JSON", r#"{"jobId":a}"#),
];

/// Prints a table with a row for each form.
pub fn print() {
    println!(
        "| line | iot-jobs-arrow | {} |",
        Times::ALL.map(Times::name).join(" | ")
    );
    println!("|{}", " --- |".repeat(2 + Times::ALL.len()));
    for (name, line) in FORMS {
        let ours = batches::<JobExecution, _>(line.as_bytes()).collect::<Result<Vec<_>, _>>();
        let expected = ours.as_ref().ok().and_then(|batches| batches.first());
        let found = Times::ALL.map(|times| {
            let mut batches = Vec::new();
            match read(line, times, &mut |batch| batches.push(batch)) {
                Ok(()) => verdict(expected, batches.first()),
                Err(error) => format!("error: {error}"),
            }
        });
        let ours = match &ours {
            Ok(_) => "a row".to_owned(),
            Err(error) => format!("error: {}", error.message()),
        };
        println!("| {name} | {ours} | {} |", found.join(" | "));
    }
    print_rows_around_an_error();
}

fn verdict(expected: Option<&RecordBatch>, found: Option<&RecordBatch>) -> String {
    match (expected, found) {
        (Some(expected), Some(found)) => match &differences(expected, found)[..] {
            [] => "equal".to_owned(),
            differences => differences.join("; "),
        },
        (None, Some(found)) => format!("{} rows, no error", found.num_rows()),
        (_, None) => "no row".to_owned(),
    }
}

/// Prints how many of three lines are read if the second has an error.
fn print_rows_around_an_error() {
    println!();
    for bad in ["{\"jobId\":b}", "{\"jobId\":7}"] {
        let lines = format!("{{\"jobId\":\"a\"}}\n{bad}\n{{\"jobId\":\"c\"}}\n");
        let ours = batches::<JobExecution, _>(lines.as_bytes()).flatten();
        let ours: usize = ours.map(|batch| batch.num_rows()).sum();
        let mut rows = 0;
        let read = read(&lines, Times::Timestamp, &mut |batch| {
            rows += batch.num_rows()
        });
        let reason = read.err().map(|error| error.to_string());
        println!(
            "Around the line `{bad}`: {ours} rows of iot-jobs-arrow, {rows} of arrow-json ({})",
            reason.unwrap_or_default()
        );
    }
}
