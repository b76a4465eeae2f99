//! The run of one reading as a JSON object.

use std::{collections::BTreeMap, time::Duration};

use iot_jobs_forecast::{Abort, End, Increase, Reading, Run, Sample, Window};
use serde::Serialize;

/// A run, with its times in seconds since the start of the job.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RunRow {
    reading: BTreeMap<&'static str, &'static str>,
    end: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_behavior: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    abort: Option<AbortRow>,
    ended_at: Option<u64>,
    settled_at: Option<u64>,
    rolled_out_at: Option<u64>,
    first_result_at: Option<u64>,
    increases: Vec<IncreaseRow>,
    windows: Vec<[u64; 2]>,
    touched: u32,
    spared: u32,
    retries: RetriesRow,
    things: ThingsRow,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AbortRow {
    criterion_index: usize,
    failures: u32,
    executed: u32,
    canceled: u32,
    in_progress: u32,
    not_notified: u32,
}

#[derive(Serialize)]
struct IncreaseRow {
    at: u64,
    rate: u32,
    notified: u32,
    succeeded: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RetriesRow {
    failed: u32,
    timed_out: u32,
    dropped: u32,
}

/// The things in each state at the end.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ThingsRow {
    joined: u32,
    not_notified: u32,
    waiting: u32,
    queued: u32,
    in_progress: u32,
    succeeded: u32,
    failed: u32,
    rejected: u32,
    timed_out: u32,
    canceled: u32,
}

impl RunRow {
    /// The row of a run.
    pub(super) fn new(run: &Run) -> Self {
        let seconds = |time: Option<Duration>| time.map(|time| time.as_secs());
        let points = Reading::POINTS.iter();
        let reading = points.filter_map(|point| Some((point.name, run.reading.get(point.name)?)));
        let end_behavior = match &run.end {
            End::EndTime(behavior) => Some(behavior.as_str().to_owned()),
            _ => None,
        };
        Self {
            reading: reading.collect(),
            end: run.end.name(),
            end_behavior,
            abort: run.abort().map(AbortRow::new),
            ended_at: seconds(run.ended_at),
            settled_at: seconds(run.settled_at),
            rolled_out_at: seconds(run.rolled_out_at),
            first_result_at: seconds(run.first_result_at),
            increases: run.increases.iter().map(IncreaseRow::new).collect(),
            windows: run.windows.iter().map(window).collect(),
            touched: run.touched,
            spared: run.spared,
            retries: RetriesRow {
                failed: run.retries.failed,
                timed_out: run.retries.timed_out,
                dropped: run.retries.dropped,
            },
            things: ThingsRow::new(&run.last()),
        }
    }
}

impl AbortRow {
    fn new(abort: &Abort) -> Self {
        Self {
            criterion_index: abort.criterion,
            failures: abort.failures,
            executed: abort.executed,
            canceled: abort.canceled,
            in_progress: abort.in_progress,
            not_notified: abort.not_notified,
        }
    }
}

impl IncreaseRow {
    fn new(increase: &Increase) -> Self {
        Self {
            at: increase.at.as_secs(),
            rate: increase.rate,
            notified: increase.notified,
            succeeded: increase.succeeded,
        }
    }
}

impl ThingsRow {
    fn new(sample: &Sample) -> Self {
        Self {
            joined: sample.joined,
            not_notified: sample.not_notified,
            waiting: sample.waiting,
            queued: sample.queued,
            in_progress: sample.in_progress,
            succeeded: sample.succeeded,
            failed: sample.failed,
            rejected: sample.rejected,
            timed_out: sample.timed_out,
            canceled: sample.canceled,
        }
    }
}

fn window(window: &Window) -> [u64; 2] {
    [window.opens.as_secs(), window.closes.as_secs()]
}
