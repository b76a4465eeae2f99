//! Inputs, fleets and runs for the other modules.

use std::time::Duration;

use iot_jobs::{
    codec,
    operation::create_job::CreateJobInput,
    primitives::{DateTime, DateTimeFormat},
};
use iot_jobs_forecast::{Fleet, Reading, Rollout, Run, forecast_reading};

/// The parameters of a job with these members.
pub(crate) fn input(members: &str) -> CreateJobInput {
    let separator = if members.is_empty() { "" } else { "," };
    codec::from_str(&format!(
        r#"{{"jobId": "firmware-7", "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
            "document": "{{}}"{separator} {members}}}"#
    ))
    .unwrap()
}

pub(crate) fn rollout(members: &str) -> Rollout {
    Rollout::from_input(&input(members)).unwrap()
}

/// The time when every job is created: a Monday.
pub(crate) fn monday() -> DateTime {
    DateTime::from_str("2027-03-01T00:00:00Z", DateTimeFormat::DateTime).unwrap()
}

/// A reading with these values, `pacing=even abort-base=notified`.
pub(crate) fn reading(values: &str) -> Reading {
    let values = values.split_whitespace();
    values.fold(Reading::default(), |reading, value| {
        let (point, value) = value.split_once('=').unwrap();
        reading.with(point, value).unwrap()
    })
}

pub(crate) fn run(members: &str, fleet: &Fleet, values: &str) -> Run {
    forecast_reading(&rollout(members), fleet, monday(), reading(values)).unwrap()
}

pub(crate) fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

/// `12:05` as the time since midnight; also `1d 12:05` and `12:05:30`.
pub(crate) fn clock(text: &str) -> Duration {
    let (days, time) = text.split_once("d ").unwrap_or(("0", text));
    let parts: Vec<u64> = time.split(':').map(|part| part.parse().unwrap()).collect();
    let seconds = parts.get(2).copied().unwrap_or(0);
    let days: u64 = days.parse().unwrap();
    Duration::from_secs(((days * 24 + parts[0]) * 60 + parts[1]) * 60 + seconds)
}
