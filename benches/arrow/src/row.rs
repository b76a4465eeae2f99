//! An execution as the row that the schema of iot-jobs-arrow needs from serde.

use std::{collections::HashMap, fmt::Write as _};

use iot_jobs::{
    primitives::DateTime,
    shape::Shape,
    types::{JobExecution, JobExecutionStatus, JobExecutionStatusDetails},
};
use serde::{Serialize, Serializer};

use crate::Failure;

/// An execution with the names and types of the columns.
#[derive(Serialize)]
pub struct Row<'a> {
    job_id: Option<&'a str>,
    status: Option<&'a str>,
    force_canceled: Option<bool>,
    status_details: Option<Details<'a>>,
    thing_arn: Option<&'a str>,
    queued_at: Option<i64>,
    started_at: Option<i64>,
    last_updated_at: Option<i64>,
    execution_number: Option<i64>,
    version_number: Option<i64>,
    approximate_seconds_before_timed_out: Option<i64>,
    unknown_members: Option<String>,
}

#[derive(Serialize)]
struct Details<'a> {
    details_map: Option<Sorted<'a>>,
    unknown_members: Option<String>,
}

impl<'a> Row<'a> {
    pub fn of(value: &'a JobExecution) -> Result<Self, Failure> {
        let details = value.status_details.as_ref().map(Details::of);
        Ok(Self {
            job_id: value.job_id(),
            status: value.status.as_ref().map(JobExecutionStatus::as_str),
            force_canceled: value.force_canceled,
            status_details: details.transpose()?,
            thing_arn: value.thing_arn(),
            queued_at: value.queued_at.map(micros),
            started_at: value.started_at.map(micros),
            last_updated_at: value.last_updated_at.map(micros),
            execution_number: value.execution_number,
            version_number: value.version_number,
            approximate_seconds_before_timed_out: value.approximate_seconds_before_timed_out,
            unknown_members: unknown(value)?,
        })
    }
}

impl<'a> Details<'a> {
    fn of(value: &'a JobExecutionStatusDetails) -> Result<Self, Failure> {
        Ok(Self {
            details_map: value.details_map.as_ref().map(Sorted),
            unknown_members: unknown(value)?,
        })
    }
}

/// A map in the order of its keys.
struct Sorted<'a>(&'a HashMap<String, String>);

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        with_sorted(self.0, |entries| {
            serializer.collect_map(entries.iter().copied())
        })
    }
}

/// The unknown members as a JSON object, if there are any. Their names need no escapes here.
fn unknown(value: &impl Shape) -> Result<Option<String>, Failure> {
    let members = value.unknown_members();
    if members.is_empty() {
        return Ok(None);
    }
    let mut text = String::new();
    let mut before = '{';
    for (name, json) in members.iter() {
        write!(text, "{before}\"{name}\":{json}")?;
        before = ',';
    }
    text.push('}');
    Ok(Some(text))
}

/// Passes the entries to a function in the order of their keys; without an allocation if there are at most 16.
pub fn with_sorted<R>(
    map: &HashMap<String, String>,
    use_entries: impl FnOnce(&[(&str, &str)]) -> R,
) -> R {
    let entries = map
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()));
    let (mut few, mut many) = ([("", ""); 16], Vec::new());
    let sorted = match few.get_mut(..map.len()) {
        Some(few) => {
            few.iter_mut()
                .zip(entries)
                .for_each(|(place, entry)| *place = entry);
            few
        }
        None => {
            many.extend(entries);
            many.as_mut_slice()
        }
    };
    sorted.sort_unstable_by_key(|(key, _)| *key);
    use_entries(sorted)
}

/// Microseconds since 1970.
pub fn micros(time: DateTime) -> i64 {
    time.secs() * 1_000_000 + i64::from(time.subsec_nanos() / 1000)
}
