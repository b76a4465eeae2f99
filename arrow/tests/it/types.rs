//! Batches as engines return them: other types of the same values, other columns, and batches of something else.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BinaryViewArray, DictionaryArray, Float64Array, Int32Array, Int64Array,
    LargeBinaryArray, LargeListArray, LargeStringArray, ListArray, NullArray, RecordBatch,
    StringArray, StringViewArray, StructArray, TimestampMicrosecondArray,
    TimestampMillisecondArray,
    types::{Int32Type, UInt8Type},
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field, Fields};
use iot_jobs::{
    device::types::CommandParameterValue,
    document::OperationDocument,
    primitives::DateTime,
    shape::Shape,
    types::{AbortConfig, Job, JobExecution, JobExecutionSummary},
};
use iot_jobs_arrow::values;

use crate::setup::{batch_of, json_of};

/// A batch of these columns.
fn columns(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter(columns).unwrap()
}

/// A batch of one column with one row gives this JSON.
fn check<T: Shape>(name: &str, array: impl Array + 'static, json: &str) {
    let batch = columns(vec![(name, Arc::new(array))]);
    assert_eq!(json_of::<T>(&batch), json, "{:?}", batch.schema());
}

#[test]
fn types_of_strings() {
    let json = r#"{"jobId":"j"}"#;
    check::<JobExecution>("job_id", StringArray::from(vec!["j"]), json);
    check::<JobExecution>("job_id", LargeStringArray::from(vec!["j"]), json);
    check::<JobExecution>("job_id", StringViewArray::from(vec!["j"]), json);
    let dictionary: DictionaryArray<Int32Type> = ["j"].into_iter().collect();
    check::<JobExecution>("job_id", dictionary, json);
    let large: ArrayRef = Arc::new(LargeStringArray::from(vec!["other", "j"]));
    let keys = arrow_array::UInt8Array::from(vec![1]);
    let dictionary = DictionaryArray::<UInt8Type>::new(keys, large);
    check::<JobExecution>("job_id", dictionary, json);
    check::<JobExecution>(
        "unknown_members",
        StringViewArray::from(vec![r#" { "a": 1.50 } "#]),
        r#"{"a":1.50}"#,
    );
}

#[test]
fn nulls_of_every_type_of_strings() {
    let null = || vec![None::<&str>];
    check::<JobExecution>("job_id", StringArray::from(null()), "{}");
    check::<JobExecution>("job_id", LargeStringArray::from(null()), "{}");
    check::<JobExecution>("job_id", StringViewArray::from(null()), "{}");
    check::<JobExecution>("job_id", NullArray::new(1), "{}");
    check::<JobExecution>("unknown_members", NullArray::new(1), "{}");
    // A dictionary without values, and one whose value is null.
    let dictionary: DictionaryArray<Int32Type> = null().into_iter().collect();
    check::<JobExecution>("job_id", dictionary, "{}");
    let dictionary =
        DictionaryArray::<UInt8Type>::new(vec![0].into(), Arc::new(StringArray::from(null())));
    check::<JobExecution>("job_id", dictionary, "{}");
}

#[test]
fn other_types() {
    let micros = || TimestampMicrosecondArray::from(vec![1_549_395_301_389_000]);
    let json = r#"{"queuedAt":1549395301.389}"#;
    check::<JobExecutionSummary>("queued_at", micros(), json);
    let zoned = micros().with_timezone("Europe/Berlin");
    check::<JobExecutionSummary>("queued_at", zoned, json);
    check::<JobExecution>(
        "execution_number",
        Int32Array::from(vec![7]),
        r#"{"executionNumber":7}"#,
    );
    let bytes: &[u8] = &[0, 1, 255];
    let json = r#"{"BIN":"AAH/"}"#;
    check::<CommandParameterValue>("i", Int64Array::from(vec![-1]), r#"{"I":-1}"#);
    check::<CommandParameterValue>("bin", LargeBinaryArray::from(vec![bytes]), json);
    check::<CommandParameterValue>("bin", BinaryViewArray::from(vec![bytes]), json);
    let targets = LargeListArray::new(
        Arc::new(Field::new("element", DataType::LargeUtf8, false)),
        OffsetBuffer::from_lengths([2]),
        Arc::new(LargeStringArray::from(vec!["a", "b"])),
        None,
    );
    check::<Job>("targets", targets, r#"{"targets":["a","b"]}"#);
}

#[test]
fn columns_in_another_order() {
    let batch = batch_of::<JobExecution>(r#"{"jobId":"j","executionNumber":2,"new":0}"#);
    let reversed: Vec<usize> = (0..batch.num_columns()).rev().collect();
    let batch = batch.project(&reversed).unwrap();
    assert_eq!(
        json_of::<JobExecution>(&batch),
        r#"{"jobId":"j","executionNumber":2,"new":0}"#
    );
}

/// A column of a structure with one field.
fn structure(name: &str, array: ArrayRef) -> ArrayRef {
    let field = Field::new(name, array.data_type().clone(), true);
    Arc::new(StructArray::new(
        Fields::from(vec![field]),
        vec![array],
        None,
    ))
}

#[test]
fn batches_of_something_else() {
    let strings: ArrayRef = Arc::new(StringArray::from(vec!["x"]));
    let millis: ArrayRef = Arc::new(TimestampMillisecondArray::from(vec![1]));
    for (name, array, message) in [
        (
            "job_id",
            Arc::new(Int32Array::from(vec![1])) as ArrayRef,
            "column job_id: expected Utf8, found Int32",
        ),
        (
            "created_at",
            millis,
            r#"column created_at: expected Timestamp(µs, "UTC"), found Timestamp(ms)"#,
        ),
        (
            "createdAt",
            strings.clone(),
            "column createdAt: the shape has no such column",
        ),
        (
            "abort_config",
            structure("criteria", strings.clone()),
            "column abort_config.criteria: the shape has no such column",
        ),
        (
            "timeout_config",
            structure("in_progress_timeout_in_minutes", strings.clone()),
            "column timeout_config.in_progress_timeout_in_minutes: expected Int64, found Utf8",
        ),
        (
            "unknown_members",
            structure("a", strings),
            r#"column unknown_members: expected Utf8, found Struct("a": Utf8)"#,
        ),
    ] {
        let error = values::<Job>(&columns(vec![(name, array)])).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

/// The error of the only row.
fn row_error<T: Shape>(columns_of_row: Vec<(&str, ArrayRef)>) -> String {
    let batch = columns(columns_of_row);
    let mut read = values::<T>(&batch).unwrap();
    let error = read.next().unwrap().unwrap_err();
    assert!(read.next().is_none());
    error.to_string()
}

#[test]
fn rows_that_are_no_values() {
    let time = |micros| Arc::new(TimestampMicrosecondArray::from(vec![micros])) as ArrayRef;
    let text = |text| Arc::new(StringArray::from(vec![text])) as ArrayRef;
    for micros in [-62_135_596_800_000_001, 253_402_300_800_000_000, i64::MIN] {
        assert_eq!(
            row_error::<JobExecutionSummary>(vec![("queued_at", time(micros))]),
            format!(
                "row 0: queuedAt: expected a timestamp of years 0001 to 9999, found {micros} microseconds"
            )
        );
    }
    assert_eq!(
        row_error::<CommandParameterValue>(vec![(
            "d",
            Arc::new(Float64Array::from(vec![f64::NAN]))
        )]),
        "row 0: D: expected a finite number, found NaN"
    );
    for unknown in ["[]", "1", "{", "{}}", r#"{"a":1},{"b":2}"#, ""] {
        assert_eq!(
            row_error::<Job>(vec![("unknown_members", text(unknown))]),
            "row 0: unknown_members: expected the text of a JSON object"
        );
    }
    assert_eq!(
        row_error::<OperationDocument>(vec![
            ("operation", text("o")),
            ("allow_std_err", text(r#"8,"a":1"#))
        ]),
        "row 0: allowStdErr: expected JSON text"
    );
    assert_eq!(
        row_error::<CommandParameterValue>(vec![("i", Arc::new(Int64Array::from(vec![1 << 40])))]),
        "row 0: I: expected a 32-bit integer, found number 1099511627776"
    );
    assert_eq!(
        row_error::<AbortConfig>(vec![("unknown_members", text("{}"))]),
        "row 0: criteriaList: this required member is missing"
    );
}

#[test]
fn rows_after_a_bad_one() {
    let times = TimestampMicrosecondArray::from(vec![i64::MAX, 1_000_000]);
    let batch = columns(vec![("queued_at", Arc::new(times))]);
    let read: Vec<_> = values::<JobExecutionSummary>(&batch).unwrap().collect();
    assert!(read[0].is_err());
    assert_eq!(
        read[1].as_ref().unwrap().queued_at().map(DateTime::secs),
        Some(1)
    );
}

#[test]
fn null_in_a_list() {
    let targets = StringArray::from(vec![Some("a"), None]);
    let field = Arc::new(Field::new_list_field(DataType::Utf8, true));
    let offsets = OffsetBuffer::from_lengths([2]);
    let targets = ListArray::new(field, offsets, Arc::new(targets), None);
    assert_eq!(
        row_error::<Job>(vec![("targets", Arc::new(targets))]),
        "row 0: targets[1]: expected a string, found null"
    );
}
