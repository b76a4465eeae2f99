//! The executions of an invented fleet: several jobs over two weeks, with retries.

mod job;

use iot_jobs::types::JobExecutionStatus;

use self::job::{JOBS, Job};
use crate::random::Random;

/// When the first job starts: 2 March 2026, 00:00 UTC, in milliseconds.
const START: i64 = 1_772_409_600_000;
/// When the export was made; executions that are not over by then are queued or in progress.
const END: i64 = START + 14 * DAY;
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How many executions a job has for each hundred things, since some are retries.
const EXECUTIONS_PER_HUNDRED: u64 = 108;
/// How often an execution that failed is repeated.
const MAX_RETRIES: u32 = 3;

/// An execution, with times in milliseconds since 1970.
pub struct Execution {
    pub job: &'static str,
    pub thing: u64,
    pub status: JobExecutionStatus,
    pub force_canceled: bool,
    pub reason: Option<&'static str>,
    pub queued: i64,
    pub started: Option<i64>,
    pub updated: i64,
    /// The number of the execution of this job on this thing, from 1.
    pub number: u32,
    pub version: u32,
}

/// The executions of a fleet, in no order that a query could use.
pub struct Fleet {
    seed: u64,
    /// The number of things, and what their numbers are multiplied by for their places in rollouts.
    things: u64,
    stride: u64,
    /// The next pair of a thing and a job.
    pair: u64,
    retry: Option<Execution>,
}

impl Fleet {
    /// A fleet that has about this many executions; there are more if more are asked for.
    pub fn new(seed: u64, executions: u64) -> Self {
        let pairs = executions * 100 / EXECUTIONS_PER_HUNDRED;
        let things = pairs / JOBS.len() as u64 + 1;
        // Numbers without a common divisor: each thing has a place of its own in each rollout.
        let stride = (things * 618 / 1000..=2 * things)
            .find(|stride| divisor(*stride, things) == 1)
            .unwrap_or(1);
        Self {
            seed,
            things,
            stride,
            pair: 0,
            retry: None,
        }
    }

    /// When the execution of a pair was queued for the first time, and what happened to it.
    fn first(&self, pair: u64, random: &mut Random) -> Execution {
        let jobs = JOBS.len() as u64;
        let (thing, index) = (pair / jobs, pair % jobs);
        let job = &JOBS[usize::try_from(index).unwrap_or(0)];
        let place = (thing * self.stride + index * 7919) % self.things;
        // The square root gives a rate that increases steadily, and is the same on all platforms.
        #[expect(clippy::cast_precision_loss, reason = "numbers of things")]
        let progress = (place as f64 / self.things as f64).sqrt();
        let start = START + job.start_hours * HOUR;
        let length = (job.rollout_hours * HOUR).min(END - start);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "some days in milliseconds"
        )]
        let queued = start + (progress * length as f64) as i64;
        execution(job, thing, 1, queued, random)
    }
}

impl Iterator for Fleet {
    type Item = Execution;

    fn next(&mut self) -> Option<Execution> {
        let jobs = JOBS.len() as u64;
        let current = self.retry.take().unwrap_or_else(|| {
            let pair = self.pair;
            self.pair += 1;
            self.first(pair, &mut Random::new(self.seed, pair * 8))
        });
        let is_retried = matches!(
            current.status,
            JobExecutionStatus::Failed | JobExecutionStatus::TimedOut
        );
        let queued = current.updated + 2 * MINUTE;
        if is_retried && current.number <= MAX_RETRIES && queued < END {
            let pair = self.pair - 1;
            let number = current.number + 1;
            let mut random = Random::new(self.seed, pair * 8 + u64::from(number));
            let job = &JOBS[usize::try_from(pair % jobs).unwrap_or(0)];
            self.retry = Some(execution(job, current.thing, number, queued, &mut random));
        }
        Some(current)
    }
}

fn divisor(one: u64, other: u64) -> u64 {
    if other == 0 {
        one
    } else {
        divisor(other, one % other)
    }
}

/// What happened to an execution until the export.
fn execution(job: &Job, thing: u64, number: u32, queued: i64, random: &mut Random) -> Execution {
    let mut execution = Execution {
        job: job.id,
        thing,
        status: JobExecutionStatus::Queued,
        force_canceled: false,
        reason: None,
        queued,
        started: None,
        updated: queued,
        number,
        version: 1,
    };
    // Most devices are online; some connect hours later.
    let wait = if random.happens(150_000) {
        8 * HOUR
    } else {
        MINUTE
    };
    let started = queued + milliseconds(random, wait);
    if started >= END {
        return execution;
    }
    if random.happens(4_000) {
        let (status, millionths) = (JobExecutionStatus::Canceled, 300_000);
        execution.force_canceled = random.happens(millionths);
        execution.status = status;
        execution.updated = started;
        execution.version = 2;
        return execution;
    }
    if random.happens(1_000) {
        execution.status = JobExecutionStatus::Removed;
        execution.updated = started;
        return execution;
    }
    execution.started = Some(started);
    let (status, length) = outcome(job, started, random);
    let ended = started + length;
    if status == JobExecutionStatus::InProgress || ended >= END {
        // The last report of a device that is at work, or that stopped reporting.
        execution.status = JobExecutionStatus::InProgress;
        execution.updated = started + milliseconds(random, (END - started).min(20 * MINUTE));
        execution.version = 2 + random.below(3);
        return execution;
    }
    execution.updated = ended;
    execution.version = 3 + random.below(4);
    execution.reason = reason(&status, random);
    execution.status = status;
    execution
}

/// How an execution that started at this time ends, and how long it takes.
fn outcome(job: &Job, started: i64, random: &mut Random) -> (JobExecutionStatus, i64) {
    let hour = started.rem_euclid(DAY) / HOUR;
    // The servers of the downloads are slow in the afternoon.
    let is_busy = (13..17).contains(&hour);
    let failures = job.failures * if is_busy { 3 } else { 1 };
    let mut length =
        job.work_seconds * SECOND / 2 + milliseconds(random, job.work_seconds * SECOND);
    if random.happens(if is_busy { 60_000 } else { 15_000 }) {
        length += milliseconds(random, 40 * job.work_seconds * SECOND);
    }
    if random.happens(failures) {
        (JobExecutionStatus::Failed, length)
    } else if random.happens(failures / 5) {
        (
            JobExecutionStatus::TimedOut,
            2 * HOUR + milliseconds(random, MINUTE),
        )
    } else if random.happens(6_000) {
        (
            JobExecutionStatus::Rejected,
            milliseconds(random, 5 * SECOND),
        )
    } else if random.happens(2_000) {
        (JobExecutionStatus::InProgress, 0)
    } else {
        (JobExecutionStatus::Succeeded, length)
    }
}

fn reason(status: &JobExecutionStatus, random: &mut Random) -> Option<&'static str> {
    match status {
        JobExecutionStatus::Failed => Some(random.pick(&[
            "download interrupted",
            "download interrupted",
            "download interrupted",
            "signature not valid",
            "not enough space",
            "not enough space",
            "battery below 20 %",
            "\"update.sh\" ended with 1",
        ])),
        JobExecutionStatus::Rejected => {
            Some(random.pick(&["version not supported", "maintenance"]))
        }
        _ => None,
    }
}

/// A time from 0 to `end` milliseconds, without `end`.
fn milliseconds(random: &mut Random, end: i64) -> i64 {
    i64::from(random.below(u32::try_from(end).unwrap_or(u32::MAX)))
}
