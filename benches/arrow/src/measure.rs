//! Interleaved timing, as in `benches/src/measure.rs`, but with the processor time of the thread: a call takes tens of
//! milliseconds, within which a busy machine gives the processor to others. Depending on the crate of that file would
//! build the AWS SDK.

use std::hint::black_box;

use rustix::time::{ClockId, clock_gettime};

/// One implementation of the work.
pub struct Candidate<'a> {
    pub name: &'static str,
    call: Box<dyn FnMut() + 'a>,
}

impl<'a> Candidate<'a> {
    pub fn new<T>(name: &'static str, mut call: impl FnMut() -> T + 'a) -> Self {
        let call = Box::new(move || drop(black_box(call())));
        Self { name, call }
    }
}

/// The times of a candidate's call in nanoseconds, one for each round.
pub struct Times {
    pub name: &'static str,
    pub rounds: Vec<f64>,
}

/// Times all candidates in turn, in several rounds after one that is not counted.
pub fn interleaved(candidates: &mut [Candidate<'_>], rounds: usize) -> Vec<Times> {
    let mut times: Vec<_> = candidates
        .iter_mut()
        .map(|candidate| {
            (candidate.call)();
            Times {
                name: candidate.name,
                rounds: Vec::with_capacity(rounds),
            }
        })
        .collect();
    for round in 0..rounds {
        for turn in 0..candidates.len() {
            let at = (round + turn) % candidates.len();
            let start = processor_time();
            (candidates[at].call)();
            times[at].rounds.push(processor_time() - start);
        }
    }
    times
}

/// The nanoseconds that this thread has run.
fn processor_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}

/// The ratio of one candidate's times to another's.
#[derive(Clone, Copy)]
pub struct Ratio {
    pub median: f64,
    pub tenth: f64,
    pub ninetieth: f64,
}

/// The ratio of the medians, with the spread of the ratios of single rounds.
pub fn ratio(of: &Times, to: &Times) -> Ratio {
    let rounds = of.rounds.iter().zip(&to.rounds);
    let single: Vec<f64> = rounds.map(|(of, to)| of / to).collect();
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
