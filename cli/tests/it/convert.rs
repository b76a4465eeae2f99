//! `iot-jobs convert`.
#![expect(
    clippy::unwrap_used,
    reason = "test helpers; clippy only exempts the bodies of tests"
)]

mod at_once;
mod byte_order_mark;
mod csv;
mod errors;
mod errors_file;
mod input;
mod interrupted;
mod options;
mod output;
mod pages;
mod partitions;
mod refused;
mod repeated;
mod threads;

use std::{fs::File, path::Path};

use arrow_array::RecordBatch;
use iot_jobs::{codec, shape::Shape, types::JobExecution};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::run::{Run, run_in};

/// Three executions, with all that a table could lose: milliseconds, forms of times, details and unknown members.
const EXECUTIONS: [&str; 3] = [
    r#"{"jobId":"a","status":"SUCCEEDED","queuedAt":1549395301.389,"statusDetails":{"detailsMap":{"k":"v"}}}"#,
    r#"{"jobId":"b","status":"PAUSED","queuedAt":"2019-02-05T19:35:01.389Z","executionNumber":9007199254740993}"#,
    r#"{"jobId":"c","queuedAt":1549395301389,"new":1.50}"#,
];

/// The same in canonical form.
const CANONICAL: [&str; 3] = [
    r#"{"jobId":"a","status":"SUCCEEDED","statusDetails":{"detailsMap":{"k":"v"}},"queuedAt":1549395301.389}"#,
    r#"{"jobId":"b","status":"PAUSED","queuedAt":1549395301.389,"executionNumber":9007199254740993}"#,
    r#"{"jobId":"c","queuedAt":1549395301.389,"new":1.50}"#,
];

/// The lines of an export.
fn ndjson(values: &[&str]) -> String {
    values.join("\n") + "\n"
}

/// Converts executions in a directory.
fn convert(directory: &Path, arguments: &[&str]) -> Run {
    run_in(
        directory,
        &[&["convert", "--as=JobExecution"], arguments].concat(),
    )
}

/// The batches of a Parquet file.
fn batches(path: &Path) -> Vec<RecordBatch> {
    let file = File::open(path).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    reader.build().unwrap().map(Result::unwrap).collect()
}

/// The canonical text of the values in batches.
fn values_of<T: Shape>(batches: &[RecordBatch]) -> Vec<String> {
    let values = batches
        .iter()
        .flat_map(|batch| iot_jobs_arrow::values::<T>(batch).unwrap());
    values
        .map(|value| codec::to_string(&value.unwrap()).unwrap())
        .collect()
}

/// The canonical text of the executions in a Parquet file.
fn executions(path: &Path) -> Vec<String> {
    values_of::<JobExecution>(&batches(path))
}

/// The names in a directory, also hidden ones.
fn names_in(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// Whether a name is that of an unfinished file or directory.
fn is_temporary(name: &str) -> bool {
    Path::new(name).extension() == Some("tmp".as_ref())
}
