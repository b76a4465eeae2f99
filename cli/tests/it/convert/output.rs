//! The formats of the output.

use std::fs::File;

use arrow_array::{
    cast::AsArray,
    types::{Int64Type, TimestampMicrosecondType},
};
use arrow_ipc::reader::FileReader;
use iot_jobs::types::JobExecution;
use parquet::{
    arrow::arrow_reader::ParquetRecordBatchReaderBuilder,
    basic::{Compression, Encoding},
    file::reader::{FileReader as _, SerializedFileReader},
};

use super::{CANONICAL, EXECUTIONS, batches, convert, ndjson, values_of};
use crate::run::files;

#[test]
fn parquet_has_types_and_statistics() {
    let directory = files("convert-parquet", &[("in.ndjson", &ndjson(&EXECUTIONS))]);
    let run = convert(&directory, &["in.ndjson", "-o", "out.parquet"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let path = directory.join("out.parquet");
    let read = batches(&path);
    let [batch] = &read[..] else {
        panic!("{} batches", read.len())
    };
    let column = |name: &str| batch.column_by_name(name).unwrap();
    let queued_at = column("queued_at").as_primitive::<TimestampMicrosecondType>();
    // 2019-02-05T19:35:01.389Z in each row.
    assert_eq!(queued_at.values(), &[1_549_395_301_389_000; 3]);
    assert_eq!(queued_at.timezone(), Some("UTC"));
    let status: Vec<_> = column("status").as_string::<i32>().iter().collect();
    assert_eq!(status, [Some("SUCCEEDED"), Some("PAUSED"), None]);
    let number: Vec<_> = column("execution_number")
        .as_primitive::<Int64Type>()
        .iter()
        .collect();
    assert_eq!(number, [None, Some(9_007_199_254_740_993), None]);
    let unknown: Vec<_> = column("unknown_members")
        .as_string::<i32>()
        .iter()
        .collect();
    assert_eq!(unknown, [None, None, Some(r#"{"new":1.50}"#)]);

    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let metadata = reader.metadata();
    assert_eq!(
        (
            metadata.num_row_groups(),
            metadata.file_metadata().num_rows()
        ),
        (1, 3)
    );
    let created_by = metadata.file_metadata().created_by().unwrap();
    assert!(created_by.starts_with("iot-jobs "), "{created_by}");
    for column in metadata.row_group(0).columns() {
        let path = column.column_path().string();
        assert!(
            matches!(column.compression(), Compression::ZSTD(_)),
            "{path}"
        );
        let (is_entry, is_time) = (path.contains(".entries."), path.ends_with("_at"));
        assert_eq!(column.statistics().is_some(), !is_entry, "{path}");
        let mut encodings = column.encodings();
        let has_dictionary = encodings.any(|encoding| encoding == Encoding::RLE_DICTIONARY);
        assert_eq!(
            has_dictionary,
            !is_time && path != "force_canceled",
            "{path}"
        );
    }
}

#[test]
fn row_groups_have_at_most_131072_rows() {
    let lines = "{\"jobId\":\"a\"}\n".repeat(200_000);
    let directory = files("convert-groups", &[("in.ndjson", &lines)]);
    let run = convert(&directory, &["in.ndjson", "-o", "out.parquet"]);
    assert_eq!(run.stderr, "out.parquet: 200000 rows from 1 file\n");
    let file = File::open(directory.join("out.parquet")).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    let groups = reader.metadata().row_groups().iter();
    let rows: Vec<_> = groups
        .map(parquet::file::metadata::RowGroupMetaData::num_rows)
        .collect();
    // A group ends with a piece of 256 KiB, which has 18 724 or 18 725 of these lines.
    assert_eq!(rows.len(), 2);
    assert_eq!(rows.iter().sum::<i64>(), 200_000);
    assert!((112_000..=131_072).contains(&rows[0]), "{rows:?}");
}

#[test]
fn arrow_files_have_the_same_rows() {
    let directory = files("convert-arrow", &[("in.ndjson", &ndjson(&EXECUTIONS))]);
    let run = convert(&directory, &["in.ndjson", "-o", "out.arrow"]);
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("out.arrow: 3 rows from 1 file\n", Some(0))
    );
    let file = File::open(directory.join("out.arrow")).unwrap();
    let batches: Vec<_> = FileReader::try_new(file, None)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(values_of::<JobExecution>(&batches), CANONICAL);
}

#[test]
fn every_shape_has_an_output() {
    let directory = files("convert-shapes", &[("in.ndjson", "")]);
    for entry in iot_jobs::catalog::shapes() {
        let name = entry.name();
        let output = format!("{name}.parquet");
        let run = crate::run::run_in(
            &directory,
            &[
                "convert",
                "--as",
                &name,
                "in.ndjson",
                "-o",
                &output,
                "--threads=1",
            ],
        );
        assert_eq!(
            (run.stderr, run.code),
            (format!("{output}: 0 rows from 1 file\n"), Some(0))
        );
    }
}
