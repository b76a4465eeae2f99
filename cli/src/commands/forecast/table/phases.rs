//! When the rate increases, and when things are notified.

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
        let runs = &variant.forecast.runs;
        let rolled_out = runs.iter().filter_map(|run| run.rolled_out_at);
        let some = times(variant.clock, rolled_out);
        let never = runs.iter().any(|run| run.rolled_out_at.is_none());
        Some(match (some, never) {
            (Some(times), true) => format!("{times} or never"),
            (Some(times), false) => times,
            (None, _) => "never".to_owned(),
        })
    }));
    rows
}

/// When a rate applies, in the readings that have it.
fn increase(variants: &[Variant<'_>], rate: u32) -> Option<Row> {
    let name = format!("{} a minute from", count(rate.into()));
    row(variants, name, |variant| {
        let runs = variant.forecast.runs.iter();
        let increases = runs.flat_map(|run| &run.increases);
        let increases = increases.filter(|increase| increase.rate == rate);
        times(variant.clock, increases.map(|increase| increase.at))
    })
}
