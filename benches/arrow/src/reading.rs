//! arrow-json's reader, from the text itself.

use arrow_array::RecordBatch;
use arrow_json::ReaderBuilder;
use arrow_schema::{DataType, TimeUnit};

use crate::{Failure, ROWS, wire_schema::wire_schema};

/// The type that times are read as.
#[derive(Clone, Copy)]
pub enum Times {
    /// Microseconds in UTC, as in the schema of iot-jobs-arrow.
    Timestamp,
    /// Numbers in the unit that they have.
    Double,
    /// The text, of numbers too.
    Text,
}

impl Times {
    pub const ALL: [Self; 3] = [Self::Timestamp, Self::Double, Self::Text];

    pub fn name(self) -> &'static str {
        match self {
            Self::Timestamp => "times as Timestamp(µs)",
            Self::Double => "times as Float64",
            Self::Text => "times as Utf8",
        }
    }

    pub fn data_type(self) -> DataType {
        match self {
            Self::Timestamp => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Self::Double => DataType::Float64,
            Self::Text => DataType::Utf8,
        }
    }
}

/// Passes the batches of newline-delimited JSON to a function.
pub fn read(
    export: &str,
    times: Times,
    use_batch: &mut dyn FnMut(RecordBatch),
) -> Result<(), Failure> {
    let reader = ReaderBuilder::new(wire_schema(&times.data_type()))
        .with_batch_size(ROWS)
        // Numbers as text.
        .with_coerce_primitive(matches!(times, Times::Text))
        .build(export.as_bytes())?;
    for batch in reader {
        use_batch(batch?);
    }
    Ok(())
}
