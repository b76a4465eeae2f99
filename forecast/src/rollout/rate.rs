//! The rate of a rollout.

use iot_jobs::types::JobExecutionsRolloutConfig;

use crate::{BothThresholds, Reading, Rounding};

/// The rate of a job without one, which is the documented maximum.
const UNSET: u32 = 1000;

/// The rates of a rollout.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rates {
    maximum: u32,
    exponential: Option<Exponential>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Exponential {
    base: u32,
    factor: f64,
    notified: Option<u32>,
    succeeded: Option<u32>,
}

impl Rates {
    pub(super) fn new(config: Option<&JobExecutionsRolloutConfig>) -> Self {
        let positive = |number: i32| u32::try_from(number).ok().filter(|number| *number > 0);
        let maximum = config.and_then(JobExecutionsRolloutConfig::maximum_per_minute);
        let exponential = config.and_then(JobExecutionsRolloutConfig::exponential_rate);
        Self {
            maximum: maximum.and_then(positive).unwrap_or(UNSET),
            exponential: exponential.map(|rate| {
                let criteria = &rate.rate_increase_criteria;
                Exponential {
                    base: positive(rate.base_rate_per_minute).unwrap_or(1),
                    factor: rate.increment_factor,
                    notified: criteria.number_of_notified_things.and_then(positive),
                    succeeded: criteria.number_of_succeeded_things.and_then(positive),
                }
            }),
        }
    }

    pub(crate) fn maximum(&self) -> u32 {
        self.maximum
    }

    /// Whether both numbers of things are set after which the rate increases.
    pub(crate) fn has_both_thresholds(&self) -> bool {
        self.exponential
            .is_some_and(|rate| rate.notified.is_some() && rate.succeeded.is_some())
    }

    /// Whether a rate below the maximum is not a whole number.
    pub(crate) fn has_fractions(&self) -> bool {
        self.table(Rounding::Down) != self.table(Rounding::Up)
    }

    pub(crate) fn read(&self, reading: &Reading) -> ReadRates {
        ReadRates {
            table: self.table(reading.rounding),
            notified: self.exponential.and_then(|rate| rate.notified),
            succeeded: self.exponential.and_then(|rate| rate.succeeded),
            thresholds: reading.both_thresholds,
        }
    }

    /// The rate after each increase, up to the maximum.
    fn table(&self, rounding: Rounding) -> Vec<u32> {
        let Some(rate) = self.exponential else {
            return vec![self.maximum];
        };
        let mut table = Vec::new();
        let mut exact = f64::from(rate.base);
        loop {
            let rounded = round(exact, rounding).min(self.maximum);
            table.push(rounded);
            // A factor of 1, which the resource of CloudFormation allows, never reaches the maximum.
            if rounded >= self.maximum || rate.factor <= 1.0 {
                return table;
            }
            exact *= rate.factor;
        }
    }
}

fn round(rate: f64, rounding: Rounding) -> u32 {
    // Factors such as 1.1 are not exact in binary: 100 × 1.1 is slightly above 110.
    const TOLERANCE: f64 = 1e-6;
    let rounded = match rounding {
        Rounding::Down => (rate + TOLERANCE).floor(),
        Rounding::Up => (rate - TOLERANCE).ceil(),
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = rounded.clamp(1.0, 1e6) as u32;
    rounded
}

/// The rates of a rollout in one reading.
#[derive(Clone, Debug)]
pub(crate) struct ReadRates {
    table: Vec<u32>,
    notified: Option<u32>,
    succeeded: Option<u32>,
    thresholds: BothThresholds,
}

impl ReadRates {
    /// How many increases there were.
    pub(crate) fn increases(&self, notified: u32, succeeded: u32) -> u32 {
        let notified = self.notified.map(|number| notified / number);
        let succeeded = self.succeeded.map(|number| succeeded / number);
        match (notified, succeeded) {
            (Some(one), Some(other)) => match self.thresholds {
                BothThresholds::Either => one.max(other),
                BothThresholds::Both => one.min(other),
            },
            (one, other) => one.or(other).unwrap_or(0),
        }
    }

    /// The rate after so many increases.
    pub(crate) fn at(&self, increases: u32) -> u32 {
        let index = usize::try_from(increases).unwrap_or(usize::MAX);
        let rate = self.table.get(index).or(self.table.last());
        rate.copied().unwrap_or(UNSET)
    }
}
