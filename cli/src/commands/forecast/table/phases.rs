//! When the rate increases, and when things are notified.

use std::time::Duration;

use iot_jobs_forecast::Run;

use super::cell::{Row, row, times};
use crate::commands::forecast::{
    times::count,
    variant::{RateIncrease, Variant, not_reached},
};

/// The maximum number of increases that are shown.
const MAX_INCREASES: usize = 20;

/// The rows of the rollout.
pub(super) fn rows(variants: &[Variant<'_>]) -> Vec<Row> {
    let start = row(variants, "rate at the start", |variant| {
        Some(format!("{} a minute", count(variant.base_rate.into())))
    });
    let mut rates: Vec<&[u32]> = variants
        .iter()
        .flat_map(|variant| variant.increases.iter().map(move |it| (variant, it)))
        .filter(|(variant, increase)| {
            let mut runs = variant.forecast.runs.iter();
            runs.any(|run| reached(run, increase).is_some())
        })
        .map(|(_, increase)| increase.rates.as_slice())
        .collect();
    rates.sort_unstable();
    rates.dedup();
    let omitted = rates.len().saturating_sub(MAX_INCREASES);
    // The last rate is the maximum.
    let shown = rates.iter().enumerate();
    let shown = shown.filter(|(index, _)| *index + 1 < MAX_INCREASES || *index + 1 == rates.len());
    let increases = shown.filter_map(|(_, rates)| increase(variants, rates));
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
    rows.extend(row(variants, "last target notified", |variant| {
        let runs = variant.forecast.runs.iter();
        let none = not_reached(runs.filter(|run| run.rolled_out_at.is_none()));
        Some(times_or(variant, none, |run| run.rolled_out_at))
    }));
    rows
}

/// When a rate applies, which readings may round differently, and whether there are readings without it.
fn increase(variants: &[Variant<'_>], rates: &[u32]) -> Option<Row> {
    let counts: Vec<_> = rates.iter().map(|rate| count((*rate).into())).collect();
    let name = format!("{} a minute from", counts.join(" or "));
    row(variants, name, |variant| {
        let mut increases = variant.increases.iter();
        let increase = increases.find(|increase| increase.rates == rates)?;
        Some(times_or(variant, "not reached", |run| {
            reached(run, increase)
        }))
    })
}

/// When a run has the rate of an increase, or a higher one.
fn reached(run: &Run, increase: &RateIncrease) -> Option<Duration> {
    let highest = increase.rates.last();
    let mut increases = run.increases.iter();
    let found = increases
        .find(|it| it.number >= increase.number || highest.is_some_and(|rate| it.rate >= *rate))?;
    Some(found.at)
}

/// The range of a time in the readings that have it, and a text if there are others.
fn times_or(variant: &Variant<'_>, none: &str, of: impl Fn(&Run) -> Option<Duration>) -> String {
    let runs = &variant.forecast.runs;
    let some = times(variant.clock, runs.iter().filter_map(&of));
    let others = runs.iter().any(|run| of(run).is_none());
    match (some, others) {
        (Some(times), true) => format!("{times} or {none}"),
        (Some(times), false) => times,
        (None, _) => none.to_owned(),
    }
}
