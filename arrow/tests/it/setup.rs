//! What several modules use.

use arrow_array::{
    Array, RecordBatch, StructArray,
    cast::AsArray,
    types::{Float64Type, Int32Type, Int64Type, TimestampMicrosecondType},
};
use arrow_schema::DataType;
use iot_jobs::{codec, shape::Shape};
use iot_jobs_arrow::{RecordBatchBuilder, values};

/// The batch of these values.
pub(crate) fn batch<T: Shape>(rows: &[T]) -> RecordBatch {
    let mut builder = RecordBatchBuilder::new();
    for row in rows {
        builder.append(row).unwrap();
    }
    builder.finish()
}

/// The batch of a value in JSON.
pub(crate) fn batch_of<T: Shape>(json: &str) -> RecordBatch {
    batch(&[codec::from_str::<T>(json).unwrap()])
}

/// The only value of a batch, as JSON.
pub(crate) fn json_of<T: Shape>(batch: &RecordBatch) -> String {
    let mut read = values::<T>(batch).unwrap();
    let value = read.next().unwrap().unwrap();
    assert!(read.next().is_none());
    codec::to_string(&value).unwrap()
}

/// The columns of the only row that are not null: `status=QUEUED`, joined by spaces.
pub(crate) fn row(batch: &RecordBatch) -> String {
    assert_eq!(batch.num_rows(), 1);
    fields(&StructArray::from(batch.clone()), 0)
}

fn fields(array: &StructArray, row: usize) -> String {
    let columns = array.fields().iter().zip(array.columns());
    let present = columns.filter(|(_, column)| column.is_valid(row));
    let texts = present.map(|(field, column)| format!("{}={}", field.name(), cell(column, row)));
    texts.collect::<Vec<_>>().join(" ")
}

/// A value as text: timestamps in microseconds, strings in quotes.
fn cell(array: &dyn Array, row: usize) -> String {
    if array.is_null(row) {
        return "null".to_owned();
    }
    match array.data_type() {
        DataType::Boolean => array.as_boolean().value(row).to_string(),
        DataType::Int32 => array.as_primitive::<Int32Type>().value(row).to_string(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row).to_string(),
        DataType::Timestamp(..) => {
            let array = array.as_primitive::<TimestampMicrosecondType>();
            format!("{}us", array.value(row))
        }
        DataType::Utf8 => format!("'{}'", array.as_string::<i32>().value(row)),
        DataType::Binary => format!("{:?}", array.as_binary::<i32>().value(row)),
        DataType::Struct(_) => format!("{{{}}}", fields(array.as_struct(), row)),
        DataType::List(_) => {
            let elements = array.as_list::<i32>().value(row);
            let texts = (0..elements.len()).map(|element| cell(&elements, element));
            format!("[{}]", texts.collect::<Vec<_>>().join(", "))
        }
        DataType::Map(..) => {
            let entries = array.as_map().value(row);
            let texts = (0..entries.len()).map(|entry| {
                let [key, value] = entries.columns() else {
                    panic!("entries have two columns");
                };
                format!("{}: {}", cell(key, entry), cell(value, entry))
            });
            format!("({})", texts.collect::<Vec<_>>().join(", "))
        }
        other => panic!("no column has the type {other}"),
    }
}
