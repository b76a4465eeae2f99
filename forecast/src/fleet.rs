//! What is assumed about the things that run a job.

mod distribution;
mod numbers;
mod outcomes;

use std::time::Duration;

pub(crate) use self::numbers::numbers;
pub use self::{distribution::Distribution, outcomes::Outcomes};
use crate::Error;

/// The assumptions about the things that run a job.
///
/// ```
/// use std::time::Duration;
/// use iot_jobs_forecast::{Distribution, Fleet, Outcomes};
///
/// let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
/// let fleet = Fleet::new(100_000)
///     .outcomes(Outcomes::failing(0.03, 0.0, 0.01))
///     .start(Distribution::Uniform { min: minutes(0), max: minutes(2) })
///     .work(Distribution::LogNormal { median: minutes(10), p95: minutes(40) })
///     .seed(7);
/// assert_eq!(fleet.things, 100_000);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fleet {
    /// The number of things among the targets when the job is created, 1 to [`MAX_THINGS`](Fleet::MAX_THINGS).
    pub things: u32,
    /// The share of each outcome of a first execution.
    pub outcomes: Outcomes,
    /// The share of each outcome of a retry; `None` is as for a first execution.
    pub retry_outcomes: Option<Outcomes>,
    /// The time from the notification of a thing that is online until its execution starts.
    pub start: Distribution,
    /// The time from the start of an execution until the device reports its result.
    pub work: Distribution,
    /// The share of things that are online when they are notified.
    pub online: f64,
    /// The time until a thing that is offline when it is notified is online, before [`start`](Fleet::start).
    pub reconnect: Distribution,
    /// The share of things that are never online again, so that their executions stay `QUEUED`.
    pub unreachable: f64,
    /// The minutes of the step timer that each device sets when it starts and renews while it works.
    ///
    /// A device that reports no result times out at its end, also without an in-progress timer.
    pub step_timeout_in_minutes: Option<u16>,
    /// The number of things that join a continuous job each day, evenly spread over it.
    pub joining_per_day: u32,
    /// The seed of all that is random: the same seed gives the same forecast.
    pub seed: u64,
}

impl Fleet {
    /// The maximum number of things.
    pub const MAX_THINGS: u32 = 100_000_000;
    /// The maximum number of things that join each day.
    pub const MAX_JOINING_PER_DAY: u32 = 100_000;
    /// The maximum number of minutes of a step timer.
    pub const MAX_STEP_TIMEOUT_IN_MINUTES: u16 = 10080;

    /// So many things that are all online, start at once and succeed at once.
    pub fn new(things: u32) -> Self {
        Self {
            things,
            outcomes: Outcomes::default(),
            retry_outcomes: None,
            start: Distribution::default(),
            work: Distribution::default(),
            online: 1.0,
            reconnect: Distribution::default(),
            unreachable: 0.0,
            step_timeout_in_minutes: None,
            joining_per_day: 0,
            seed: 0,
        }
    }

    /// Sets the share of each outcome.
    pub fn outcomes(mut self, outcomes: Outcomes) -> Self {
        self.outcomes = outcomes;
        self
    }

    /// Sets the share of each outcome of a retry.
    pub fn retry_outcomes(mut self, outcomes: Outcomes) -> Self {
        self.retry_outcomes = Some(outcomes);
        self
    }

    /// Sets the time from the notification until the start.
    pub fn start(mut self, start: Distribution) -> Self {
        self.start = start;
        self
    }

    /// Sets the time from the start until the result.
    pub fn work(mut self, work: Distribution) -> Self {
        self.work = work;
        self
    }

    /// Sets the share of things that are online, and the time until the others are.
    pub fn online(mut self, share: f64, reconnect: Distribution) -> Self {
        self.online = share;
        self.reconnect = reconnect;
        self
    }

    /// Sets the share of things that are never online again.
    pub fn unreachable(mut self, share: f64) -> Self {
        self.unreachable = share;
        self
    }

    /// Sets the step timer of the devices.
    pub fn step_timeout_in_minutes(mut self, minutes: u16) -> Self {
        self.step_timeout_in_minutes = Some(minutes);
        self
    }

    /// Sets the number of things that join each day.
    pub fn joining_per_day(mut self, things: u32) -> Self {
        self.joining_per_day = things;
        self
    }

    /// Sets the seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Checks the assumptions.
    ///
    /// # Errors
    ///
    /// Fails for a number out of range, for shares that do not add up, and for a distribution whose parameters
    /// contradict each other.
    pub fn check(&self) -> Result<(), Error> {
        whole("things", self.things, 1, Self::MAX_THINGS)?;
        self.outcomes.check(&outcomes::FIRST)?;
        if let Some(outcomes) = &self.retry_outcomes {
            outcomes.check(&outcomes::RETRY)?;
        }
        self.start.check("start")?;
        self.work.check("work")?;
        self.reconnect.check("reconnect")?;
        share("online", self.online)?;
        share("unreachable", self.unreachable)?;
        if self.online + self.unreachable > 1.0 + outcomes::TOLERANCE {
            let message = format!(
                "{} online and {} unreachable are more than all things",
                percent(self.online),
                percent(self.unreachable)
            );
            return Err(Error::assumption("unreachable", message));
        }
        if let Some(minutes) = self.step_timeout_in_minutes {
            let max = Self::MAX_STEP_TIMEOUT_IN_MINUTES.into();
            whole("step_timeout_in_minutes", minutes.into(), 1, max)?;
        }
        let joining = self.joining_per_day;
        whole("joining_per_day", joining, 0, Self::MAX_JOINING_PER_DAY)
    }

    /// The outcomes of retries.
    pub(crate) fn outcomes_of_retries(&self) -> Outcomes {
        self.retry_outcomes.unwrap_or(self.outcomes)
    }

    /// The shares of things that are online, offline and unreachable.
    pub(crate) fn connections(&self) -> [f64; 3] {
        let offline = (1.0 - self.online - self.unreachable).max(0.0);
        [self.online, offline, self.unreachable]
    }

    /// The number of targets that are never online.
    pub(crate) fn unreachable_things(&self) -> u32 {
        let [.., unreachable] = numbers(self.things, self.connections());
        unreachable
    }
}

fn whole(member: &'static str, number: u32, min: u32, max: u32) -> Result<(), Error> {
    if (min..=max).contains(&number) {
        return Ok(());
    }
    let message = format!("{number} is not from {min} to {max}");
    Err(Error::assumption(member, message))
}

fn share(member: &'static str, share: f64) -> Result<(), Error> {
    if (0.0..=1.0).contains(&share) {
        return Ok(());
    }
    let message = format!("{share} is not a share: write a number from 0 to 1");
    Err(Error::assumption(member, message))
}

/// A share as a percentage, without the digits that binary fractions add.
fn percent(share: f64) -> String {
    let rounded = (share * 100.0 * 1e6).round() / 1e6;
    format!("{rounded} %")
}

/// The longest duration that an assumption may have.
pub(crate) const LONGEST: Duration = Duration::from_hours(10 * 366 * 24);
