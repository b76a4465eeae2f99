//! The things and the retries of a forecast, at the end.

use iot_jobs_forecast::Run;

use super::cell::{Row, counts, row};
use crate::commands::forecast::variant::Variant;

/// What is counted in a run.
type Count = fn(&Run) -> u32;

/// The rows of the numbers that are not zero.
pub(super) fn rows(variants: &[Variant<'_>]) -> Vec<Row> {
    let numbers: [(&str, Count); 14] = [
        ("touched", |run| run.touched),
        ("spared", |run| run.spared),
        ("succeeded", |run| run.last().succeeded),
        ("failed", |run| run.last().failed),
        ("rejected", |run| run.last().rejected),
        ("timed out", |run| run.last().timed_out),
        ("canceled", |run| run.last().canceled),
        ("in progress", |run| run.last().in_progress),
        ("queued", |run| run.last().queued + run.last().waiting),
        ("not notified", |run| run.last().not_notified),
        ("joined", |run| run.last().joined),
        ("retries after FAILED", |run| run.retries.failed),
        ("retries after TIMED_OUT", |run| run.retries.timed_out),
        ("retries dropped", |run| run.retries.dropped),
    ];
    let rows = numbers.into_iter().filter_map(|(name, of)| {
        let range = |variant: &Variant<'_>| variant.forecast.range(of);
        let mut most = variants.iter().filter_map(range).map(|range| range.most);
        // What is zero everywhere needs no row.
        most.find(|most| *most > 0)?;
        row(variants, name, |variant| range(variant).map(counts))
    });
    rows.collect()
}
