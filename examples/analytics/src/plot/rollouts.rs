//! The rows of `sql/rollout.sql`.

use arrow::{
    array::{AsArray, RecordBatch},
    compute::cast,
    datatypes::{DataType, Int64Type},
    error::ArrowError,
};

/// A job over time.
pub(super) struct Rollout {
    pub(super) job: String,
    pub(super) hours: Vec<Hour>,
}

/// The executions by state at the end of an hour.
pub(super) struct Hour {
    /// The start of the hour, in hours since 1970.
    pub(super) hour: i64,
    /// In the order of the colors, from bottom to top.
    pub(super) states: [i64; 4],
}

const COLUMNS: [&str; 4] = ["succeeded", "not_succeeded", "in_progress", "queued"];
const MICROS_PER_HOUR: i64 = 3_600_000_000;

/// The jobs, each with its hours in order.
pub(super) fn rollouts(batches: &[RecordBatch]) -> Result<Vec<Rollout>, ArrowError> {
    let mut rollouts: Vec<Rollout> = Vec::new();
    for batch in batches {
        let column = |name: &str, data_type| {
            let column = batch.column_by_name(name);
            let column = column.ok_or_else(|| ArrowError::SchemaError(format!("no column {name}")));
            cast(column?, &data_type)
        };
        // Engines may change the types of strings and sums.
        let jobs = column("job_id", DataType::Utf8)?;
        let hours = column("hour", DataType::Int64)?;
        let states = COLUMNS.map(|name| column(name, DataType::Int64));
        let [succeeded, not_succeeded, in_progress, queued] = states;
        let states = [succeeded?, not_succeeded?, in_progress?, queued?];
        let value = |index: usize, row| states[index].as_primitive::<Int64Type>().value(row);
        for row in 0..batch.num_rows() {
            let job = jobs.as_string::<i32>().value(row);
            let hour = Hour {
                hour: hours.as_primitive::<Int64Type>().value(row) / MICROS_PER_HOUR,
                states: std::array::from_fn(|index| value(index, row)),
            };
            match rollouts.last_mut() {
                Some(rollout) if rollout.job == job => rollout.hours.push(hour),
                _ => rollouts.push(Rollout {
                    job: job.to_owned(),
                    hours: vec![hour],
                }),
            }
        }
    }
    Ok(rollouts)
}
