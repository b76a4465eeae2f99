//! Interleaved timing, and its statistics.

use std::time::{Duration, Instant};

/// Runs calls, and may measure them.
type Watcher<'w> = dyn FnMut(&mut dyn FnMut()) + 'w;

/// Runs a number of calls inside a watcher.
type Work<'a> = dyn FnMut(u32, &mut Watcher<'_>) + 'a;

/// One implementation of the work.
pub struct Candidate<'a> {
    pub name: &'static str,
    work: Box<Work<'a>>,
}

impl<'a> Candidate<'a> {
    /// A candidate whose calls are measured completely.
    pub fn new<T>(name: &'static str, mut call: impl FnMut() -> T + 'a) -> Self {
        Self::prepared(name, || (), move |()| call())
    }

    /// A candidate with a preparation for each call, which is not measured.
    pub fn prepared<P, T>(
        name: &'static str,
        mut prepare: impl FnMut() -> P + 'a,
        mut call: impl FnMut(P) -> T + 'a,
    ) -> Self {
        let work = move |calls: u32, watcher: &mut Watcher<'_>| {
            let prepared: Vec<P> = (0..calls).map(|_| prepare()).collect();
            let mut prepared = prepared.into_iter();
            watcher(&mut || {
                for it in prepared.by_ref() {
                    drop(std::hint::black_box(call(std::hint::black_box(it))));
                }
            });
        };
        Self {
            name,
            work: Box::new(work),
        }
    }

    /// Runs one call.
    pub fn once(&mut self) {
        self.watched(&mut |call| call());
    }

    /// Runs one call inside a watcher.
    pub fn watched(&mut self, watcher: &mut Watcher<'_>) {
        (self.work)(1, watcher);
    }

    /// Runs a number of calls and returns the time.
    fn timed(&mut self, calls: u32) -> Duration {
        let mut time = Duration::ZERO;
        (self.work)(calls, &mut |work| {
            let start = Instant::now();
            work();
            time = start.elapsed();
        });
        time
    }
}

/// The times of a candidate's call in nanoseconds, one for each round.
pub struct Times {
    pub name: &'static str,
    pub rounds: Vec<f64>,
}

/// Times all candidates in turn, in several rounds, so that other load on the machine affects all of
/// them.
pub fn interleaved(candidates: &mut [Candidate<'_>], rounds: usize) -> Vec<Times> {
    const SAMPLE: Duration = Duration::from_micros(1500);

    let mut calls = Vec::new();
    for candidate in &mut *candidates {
        let mut count = 1_u32;
        let count = loop {
            let time = candidate.timed(count);
            if time >= SAMPLE / 4 || count >= 1 << 14 {
                let factor = SAMPLE.as_secs_f64() / time.as_secs_f64().max(1e-9);
                break (f64::from(count) * factor).clamp(1.0, 16_384.0) as u32;
            }
            count *= 2;
        };
        calls.push(count);
    }
    let mut times: Vec<_> = candidates
        .iter()
        .map(|candidate| Times {
            name: candidate.name,
            rounds: Vec::new(),
        })
        .collect();
    for round in 0..rounds {
        for turn in 0..candidates.len() {
            let at = (round + turn) % candidates.len();
            let time = candidates[at].timed(calls[at]);
            times[at]
                .rounds
                .push(time.as_nanos() as f64 / f64::from(calls[at]));
        }
    }
    times
}

/// The ratio of one candidate's times to another's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    pub median: f64,
    pub tenth: f64,
    pub ninetieth: f64,
}

/// The ratio of the medians, with the spread of the ratios of single rounds.
pub fn ratio(of: &Times, to: &Times) -> Ratio {
    let single: Vec<f64> = of
        .rounds
        .iter()
        .zip(&to.rounds)
        .map(|(of, to)| of / to)
        .collect();
    Ratio {
        median: quantile(&of.rounds, 0.5) / quantile(&to.rounds, 0.5),
        tenth: quantile(&single, 0.1),
        ninetieth: quantile(&single, 0.9),
    }
}

/// The value below which this fraction of the values is.
pub fn quantile(values: &[f64], fraction: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    let at = (last as f64 * fraction).round() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_that_of_the_medians() {
        let of = Times {
            name: "of",
            rounds: vec![10.0, 20.0, 90.0],
        };
        let to = Times {
            name: "to",
            rounds: vec![10.0, 40.0, 45.0],
        };
        let found = ratio(&of, &to);
        assert_eq!(
            found,
            Ratio {
                median: 0.5,
                tenth: 0.5,
                ninetieth: 2.0
            }
        );
    }
}
