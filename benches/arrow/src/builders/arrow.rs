//! The builders of arrow-array, for exactly this shape.

use std::{fmt::Write as _, mem, sync::Arc};

use arrow_array::{
    ArrayRef, RecordBatch, StructArray,
    builder::{
        ArrayBuilder as _, BooleanBuilder, Int64Builder, MapBuilder, MapFieldNames, StringBuilder,
        TimestampMicrosecondBuilder,
    },
};
use arrow_buffer::NullBufferBuilder;
use arrow_schema::{DataType, SchemaRef};
use iot_jobs::{
    shape::Shape,
    types::{JobExecution, JobExecutionStatus, JobExecutionStatusDetails},
};

use crate::{
    Failure, ROWS,
    builder::Builder,
    row::{micros, with_sorted},
};

/// A builder for each column, without a way to remove a part of a row.
pub struct ArrowBuilders {
    schema: SchemaRef,
    job_id: StringBuilder,
    status: StringBuilder,
    force_canceled: BooleanBuilder,
    status_details: NullBufferBuilder,
    details_map: MapBuilder<StringBuilder, StringBuilder>,
    details_unknown: StringBuilder,
    thing_arn: StringBuilder,
    times: [TimestampMicrosecondBuilder; 3],
    numbers: [Int64Builder; 3],
    unknown: StringBuilder,
}

impl ArrowBuilders {
    pub fn new() -> Self {
        let strings = || StringBuilder::with_capacity(ROWS, 0);
        let times = || TimestampMicrosecondBuilder::with_capacity(ROWS).with_timezone("UTC");
        Self {
            schema: iot_jobs_arrow::schema::<JobExecution>(),
            job_id: strings(),
            status: strings(),
            force_canceled: BooleanBuilder::with_capacity(ROWS),
            status_details: NullBufferBuilder::new(ROWS),
            details_map: map(strings(), strings()),
            details_unknown: strings(),
            thing_arn: strings(),
            times: [times(), times(), times()],
            numbers: [(); 3].map(|()| Int64Builder::with_capacity(ROWS)),
            unknown: strings(),
        }
    }

    fn append_details(&mut self, details: &JobExecutionStatusDetails) -> Result<(), Failure> {
        self.status_details.append_non_null();
        match &details.details_map {
            Some(entries) => {
                let (keys, values) = self.details_map.entries();
                with_sorted(entries, |entries| {
                    for (key, value) in entries {
                        keys.append_value(key);
                        values.append_value(value);
                    }
                });
                self.details_map.append(true)?;
            }
            None => self.details_map.append(false)?,
        }
        append_unknown(&mut self.details_unknown, details)
    }

    /// The column of the status details.
    fn finish_details(&mut self) -> Result<ArrayRef, Failure> {
        let field = self.schema.field_with_name("status_details")?;
        let DataType::Struct(fields) = field.data_type() else {
            return Err("the status details are a structure".into());
        };
        let bytes = {
            let (keys, values) = self.details_map.entries();
            [keys.values_slice().len(), values.values_slice().len()]
        };
        let [keys, values] = bytes
            .map(|bytes| StringBuilder::with_capacity(self.details_map.entries().0.len(), bytes));
        let mut filled = mem::replace(&mut self.details_map, map(keys, values));
        let arrays: Vec<ArrayRef> =
            vec![Arc::new(filled.finish()), finish(&mut self.details_unknown)];
        let nulls = self.status_details.finish();
        Ok(Arc::new(StructArray::try_new(
            fields.clone(),
            arrays,
            nulls,
        )?))
    }
}

impl Default for ArrowBuilders {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder for ArrowBuilders {
    fn append(&mut self, value: &JobExecution) -> Result<(), Failure> {
        self.job_id.append_option(value.job_id());
        let status = value.status.as_ref();
        self.status
            .append_option(status.map(JobExecutionStatus::as_str));
        self.force_canceled.append_option(value.force_canceled);
        match &value.status_details {
            Some(details) => self.append_details(details)?,
            None => {
                self.status_details.append_null();
                self.details_map.append(false)?;
                self.details_unknown.append_null();
            }
        }
        self.thing_arn.append_option(value.thing_arn());
        let times = [value.queued_at, value.started_at, value.last_updated_at];
        for (builder, time) in self.times.iter_mut().zip(times) {
            builder.append_option(time.map(micros));
        }
        let numbers = [
            value.execution_number,
            value.version_number,
            value.approximate_seconds_before_timed_out,
        ];
        for (builder, number) in self.numbers.iter_mut().zip(numbers) {
            builder.append_option(number);
        }
        append_unknown(&mut self.unknown, value)
    }

    fn finish(&mut self) -> Result<RecordBatch, Failure> {
        let details = self.finish_details()?;
        let mut columns: Vec<ArrayRef> = vec![
            finish(&mut self.job_id),
            finish(&mut self.status),
            Arc::new(self.force_canceled.finish()),
            details,
            finish(&mut self.thing_arn),
        ];
        for builder in &mut self.times {
            let room = TimestampMicrosecondBuilder::with_capacity(ROWS).with_timezone("UTC");
            columns.push(Arc::new(mem::replace(builder, room).finish()));
        }
        for builder in &mut self.numbers {
            let room = Int64Builder::with_capacity(ROWS);
            columns.push(Arc::new(mem::replace(builder, room).finish()));
        }
        columns.push(finish(&mut self.unknown));
        Ok(RecordBatch::try_new(self.schema.clone(), columns)?)
    }
}

/// A builder of maps whose fields have the names of the schema.
fn map(keys: StringBuilder, values: StringBuilder) -> MapBuilder<StringBuilder, StringBuilder> {
    let names = MapFieldNames {
        entry: "entries".to_owned(),
        key: "key".to_owned(),
        value: "value".to_owned(),
    };
    MapBuilder::with_capacity(Some(names), keys, values, ROWS)
}

/// Appends the unknown members as a JSON object, or null. Their names need no escapes here.
fn append_unknown(builder: &mut StringBuilder, value: &impl Shape) -> Result<(), Failure> {
    let members = value.unknown_members();
    if members.is_empty() {
        builder.append_null();
        return Ok(());
    }
    let mut before = '{';
    for (name, json) in members.iter() {
        write!(builder, "{before}\"{name}\":{json}")?;
        before = ',';
    }
    builder.append_value("}");
    Ok(())
}

/// The array of a column; the builder then has room for as much text.
fn finish(builder: &mut StringBuilder) -> ArrayRef {
    let room = StringBuilder::with_capacity(ROWS, builder.values_slice().len());
    Arc::new(mem::replace(builder, room).finish())
}
