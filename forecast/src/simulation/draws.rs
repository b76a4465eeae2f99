//! What is random: the outcomes of executions and how long they take.

use std::f64::consts::TAU;
use std::time::Duration;

use rand_pcg::{
    Pcg64Mcg,
    rand_core::{Rng, SeedableRng},
};

use crate::{Distribution, Fleet, Outcomes, fleet::numbers};

use super::event::Outcome;

/// Random numbers by purpose: what a thing draws does not depend on the order of events.
pub(super) struct Draws {
    seed: u64,
    outcomes: RandomOrder<4>,
    connections: RandomOrder<3>,
    first: [f64; 4],
    retry: [f64; 4],
    online: f64,
    unreachable: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Connection {
    Online,
    Offline,
    Unreachable,
}

/// What an execution draws a number for.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    Start = 0,
    Work = 1,
    Outcome = 2,
    Connection = 3,
}

impl Draws {
    pub(super) fn new(fleet: &Fleet) -> Self {
        let Fleet {
            online,
            unreachable,
            seed,
            things,
            ..
        } = *fleet;
        let shares = fleet.outcomes.shares();
        Self {
            seed,
            outcomes: RandomOrder::new(things, shares, generator(seed, u64::MAX)),
            connections: RandomOrder::new(
                things,
                fleet.connections(),
                generator(seed, u64::MAX - 1),
            ),
            first: shares,
            retry: Outcomes::shares(&fleet.outcomes_of_retries()),
            online,
            unreachable,
        }
    }

    /// The outcome and the connection of the next target.
    pub(super) fn target(&mut self) -> (Outcome, Connection) {
        let connection = match self.connections.next() {
            0 => Connection::Online,
            1 => Connection::Offline,
            _ => Connection::Unreachable,
        };
        (outcome(self.outcomes.next()), connection)
    }

    /// The outcome and the connection of a thing that joined.
    pub(super) fn joined(&self, thing: u32) -> (Outcome, Connection) {
        let drawn = self.uniform(thing, 0, Purpose::Connection);
        let connection = if drawn < self.online {
            Connection::Online
        } else if drawn < 1.0 - self.unreachable {
            Connection::Offline
        } else {
            Connection::Unreachable
        };
        let drawn = self.uniform(thing, 0, Purpose::Outcome);
        (outcome(category(drawn, &self.first)), connection)
    }

    /// The outcome of a retry.
    pub(super) fn retry(&self, thing: u32, retry: u8) -> Outcome {
        let drawn = self.uniform(thing, retry, Purpose::Outcome);
        outcome(category(drawn, &self.retry))
    }

    /// How many seconds something takes.
    pub(super) fn seconds(
        &self,
        distribution: Distribution,
        thing: u32,
        retry: u8,
        purpose: Purpose,
    ) -> u32 {
        let seconds = match distribution {
            Distribution::Fixed(time) => time.as_secs_f64(),
            Distribution::Uniform { min, max } => {
                let (min, max) = (min.as_secs_f64(), max.as_secs_f64());
                min + (max - min) * self.uniform(thing, retry, purpose)
            }
            Distribution::LogNormal { median, p95 } => {
                let mut generator = self.generator(thing, retry, purpose);
                log_normal(median, p95, &mut generator)
            }
        };
        // A number above the range becomes the maximum, which is after the end of the forecast.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let seconds = (seconds + 0.5) as u32;
        seconds
    }

    fn uniform(&self, thing: u32, retry: u8, purpose: Purpose) -> f64 {
        unit(&mut self.generator(thing, retry, purpose))
    }

    fn generator(&self, thing: u32, retry: u8, purpose: Purpose) -> Pcg64Mcg {
        let stream = u64::from(thing) << 16 | u64::from(retry) << 8 | purpose as u64;
        generator(self.seed, stream)
    }
}

/// A generator for one purpose.
fn generator(seed: u64, stream: u64) -> Pcg64Mcg {
    // An odd constant, so that no two streams have the same state.
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    Pcg64Mcg::seed_from_u64(seed.wrapping_add(stream.wrapping_mul(STEP)))
}

/// A number from 0 to 1, without 1.
fn unit(generator: &mut Pcg64Mcg) -> f64 {
    const BITS: u32 = f64::MANTISSA_DIGITS;
    #[allow(clippy::cast_precision_loss)]
    let number = (generator.next_u64() >> (u64::BITS - BITS)) as f64;
    number / 2.0_f64.powi(BITS.cast_signed())
}

fn log_normal(median: Duration, p95: Duration, generator: &mut Pcg64Mcg) -> f64 {
    /// The 95th percentile of the normal distribution.
    const P95: f64 = 1.644_853_626_951_472_2;
    let median = median.as_secs_f64();
    let sigma = libm::log(p95.as_secs_f64() / median) / P95;
    let (one, other) = (1.0 - unit(generator), unit(generator));
    let normal = (-2.0 * libm::log(one)).sqrt() * libm::cos(TAU * other);
    median * libm::exp(sigma * normal)
}

/// The index of the share that a number from 0 to 1 lies in; the last one takes the rest.
fn category(number: f64, shares: &[f64]) -> usize {
    let mut rest = number;
    // A share of 0 must not be chosen because the others do not add up to exactly 1.
    let last = shares.iter().rposition(|share| *share > 0.0).unwrap_or(0);
    for (index, share) in shares.iter().enumerate().take(last) {
        if rest < *share {
            return index;
        }
        rest -= share;
    }
    last
}

fn outcome(index: usize) -> Outcome {
    let outcome = Outcome::ALL.get(index).copied();
    outcome.unwrap_or(Outcome::Succeeds)
}

/// The categories of things in random order, of each exactly its share.
struct RandomOrder<const N: usize> {
    left: [u32; N],
    total: u32,
    generator: Pcg64Mcg,
}

impl<const N: usize> RandomOrder<N> {
    fn new(total: u32, shares: [f64; N], generator: Pcg64Mcg) -> Self {
        Self {
            left: numbers(total, shares),
            total,
            generator,
        }
    }

    fn next(&mut self) -> usize {
        let number = u64::from(self.generator.next_u32());
        #[allow(clippy::cast_possible_truncation)]
        let mut number = ((number * u64::from(self.total)) >> u32::BITS) as u32;
        self.total = self.total.saturating_sub(1);
        for (index, left) in self.left.iter_mut().enumerate() {
            if number < *left {
                *left -= 1;
                return index;
            }
            number -= *left;
        }
        0
    }
}
