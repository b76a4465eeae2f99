//! Rows and cells of the table.

use std::time::Duration;

use iot_jobs_forecast::Range;

use crate::commands::forecast::{
    times::{Clock, count},
    variant::Variant,
};

/// A row of the table.
pub(crate) struct Row {
    /// What it is about.
    pub(crate) name: String,
    /// A cell for each forecast.
    pub(crate) cells: Vec<String>,
}

/// What a forecast does not have.
pub(super) const NONE: &str = "-";

/// A row with the cell of each forecast; none if no forecast has it.
pub(super) fn row(
    variants: &[Variant<'_>],
    name: impl Into<String>,
    cell: impl Fn(&Variant<'_>) -> Option<String>,
) -> Option<Row> {
    let cells: Vec<_> = variants.iter().map(cell).collect();
    if cells.iter().all(Option::is_none) {
        return None;
    }
    let cells = cells.into_iter();
    Some(Row {
        name: name.into(),
        cells: cells
            .map(|cell| cell.unwrap_or_else(|| NONE.to_owned()))
            .collect(),
    })
}

/// `least to most`, or one text if both are equal.
pub(super) fn range_text(least: String, most: &str) -> String {
    if least == most {
        return least;
    }
    format!("{least} to {most}")
}

/// A range of numbers.
pub(super) fn counts(range: Range<u32>) -> String {
    let [least, most] = [range.least, range.most].map(|number| count(number.into()));
    range_text(least, &most)
}

/// A range of times.
pub(super) fn times(clock: Clock, times: impl Iterator<Item = Duration>) -> Option<String> {
    let times: Vec<_> = times.collect();
    let time = |time: &Duration| clock.time(time.as_secs());
    let least = times.iter().min().map(time)?;
    let most = times.iter().max().map(time)?;
    Some(range_text(least, &most))
}
