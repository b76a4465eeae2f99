//! When the rate increases, and when things are notified.

use std::time::Duration;

use iot_jobs_forecast::Run;

use super::cell::{Row, row, times};
use crate::commands::forecast::{times::count, variant::Variant};

/// The maximum number of increases that are shown.
const MAX_INCREASES: usize = 20;

/// The rows of the rollout.
pub(super) fn rows(variants: &[Variant<'_>]) -> Vec<Row> {
    let start = row(variants, "rate at the start", |variant| {
        Some(format!("{} a minute", count(variant.base_rate.into())))
    });
    let mut rates: Vec<u32> = variants
        .iter()
        .flat_map(|variant| &variant.forecast.runs)
        .flat_map(|run| run.increases.iter().map(|increase| increase.rate))
        .collect();
    rates.sort_unstable();
    rates.dedup();
    let omitted = rates.len().saturating_sub(MAX_INCREASES);
    // The last rate is the maximum.
    let shown = rates.iter().enumerate();
    let shown = shown.filter(|(index, _)| *index + 1 < MAX_INCREASES || *index + 1 == rates.len());
    let increases = shown.filter_map(|(_, rate)| increase(variants, *rate));
    let mut rows: Vec<_> = start.into_iter().chain(increases).collect();
    if omitted > 0
        && let Some(last) = rows.pop()
    {
        rows.push(Row {
            name: format!("{omitted} more increases"),
            cells: Vec::new(),
        });
        rows.push(last);
    }
    rows.extend(row(variants, "first result", |variant| {
        let runs = variant.forecast.runs.iter();
        times(variant.clock, runs.filter_map(|run| run.first_result_at))
    }));
    rows.extend(row(variants, "last thing notified", |variant| {
        Some(times_or_never(variant, |run| run.rolled_out_at))
    }));
    rows
}

/// When a rate applies, and whether there are readings without it.
fn increase(variants: &[Variant<'_>], rate: u32) -> Option<Row> {
    let name = format!("{} a minute from", count(rate.into()));
    row(variants, name, |variant| {
        Some(times_or_never(variant, |run| {
            let mut increases = run.increases.iter();
            let increase = increases.find(|increase| increase.rate == rate)?;
            Some(increase.at)
        }))
    })
}

/// The range of a time in the readings that have it, and whether there are others.
fn times_or_never(variant: &Variant<'_>, of: impl Fn(&Run) -> Option<Duration>) -> String {
    let runs = &variant.forecast.runs;
    let some = times(variant.clock, runs.iter().filter_map(&of));
    let never = runs.iter().any(|run| of(run).is_none());
    match (some, never) {
        (Some(times), true) => format!("{times} or never"),
        (Some(times), false) => times,
        (None, _) => "never".to_owned(),
    }
}
