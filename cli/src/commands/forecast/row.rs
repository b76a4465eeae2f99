//! A forecast as a JSON object.

mod assumptions;
mod run;

use std::{
    io::{self, Write},
    time::Duration,
};

use iot_jobs::primitives::DateTimeFormat;
use iot_jobs_forecast::{Advice, OpenPoint, Range};
use serde::Serialize;

use self::{assumptions::AssumptionsRow, run::RunRow};
use super::{
    times::Clock,
    variant::{Report, Variant},
};
use crate::report::json_text::for_terminals;

#[derive(Serialize)]
struct ReportRow<'a> {
    input: &'a str,
    shape: &'a str,
    assumptions: AssumptionsRow,
    forecasts: Vec<VariantRow<'a>>,
}

/// The forecast of one setting.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VariantRow<'a> {
    changes: Vec<&'a str>,
    start: Option<String>,
    open_points: Vec<OpenPointRow>,
    ended_at: Option<RangeRow<Option<u64>>>,
    touched: Option<RangeRow<u32>>,
    spared: Option<RangeRow<u32>>,
    advice: Vec<AdviceRow<'a>>,
    runs: Vec<RunRow>,
}

#[derive(Serialize)]
struct OpenPointRow {
    name: &'static str,
    values: Vec<&'static str>,
}

/// The least and the greatest value, and the indexes of their runs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RangeRow<T> {
    least: T,
    least_run: usize,
    most: T,
    most_run: usize,
}

#[derive(Serialize)]
struct AdviceRow<'a> {
    kind: &'static str,
    path: String,
    message: &'a str,
    runs: usize,
}

/// Writes the forecasts on one line.
pub(super) fn write_report(report: &Report<'_>) -> io::Result<()> {
    let row = ReportRow {
        input: &report.input,
        shape: report.shape.name(),
        assumptions: AssumptionsRow::new(report.fleet),
        forecasts: report.variants.iter().map(VariantRow::new).collect(),
    };
    let text = serde_json::to_string(&row)?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", for_terminals(&text))
}

impl<'a> VariantRow<'a> {
    fn new(variant: &'a Variant<'_>) -> Self {
        let forecast = &variant.forecast;
        let start = match variant.clock {
            Clock::Relative => None,
            Clock::Utc(_) => forecast.start.fmt(DateTimeFormat::DateTime).ok(),
        };
        let seconds = |time: Option<Duration>| time.map(|time| time.as_secs());
        Self {
            changes: variant
                .changes
                .iter()
                .map(|(_, setting)| setting.text.as_str())
                .collect(),
            start,
            open_points: forecast
                .open_points
                .iter()
                .map(|point| OpenPointRow::new(point))
                .collect(),
            ended_at: forecast
                .range_of_times(|run| run.ended_at)
                .map(|range| RangeRow {
                    least: seconds(range.least),
                    least_run: range.least_run,
                    most: seconds(range.most),
                    most_run: range.most_run,
                }),
            touched: forecast.range(|run| run.touched).map(RangeRow::new),
            spared: forecast.range(|run| run.spared).map(RangeRow::new),
            advice: forecast.advice.iter().map(AdviceRow::new).collect(),
            runs: forecast.runs.iter().map(RunRow::new).collect(),
        }
    }
}

impl OpenPointRow {
    fn new(point: &OpenPoint) -> Self {
        Self {
            name: point.name,
            values: point.values.iter().map(|value| value.name).collect(),
        }
    }
}

impl RangeRow<u32> {
    fn new(range: Range<u32>) -> Self {
        Self {
            least: range.least,
            least_run: range.least_run,
            most: range.most,
            most_run: range.most_run,
        }
    }
}

impl<'a> AdviceRow<'a> {
    fn new(advice: &'a Advice) -> Self {
        Self {
            kind: advice.kind.name(),
            path: advice.path.to_string(),
            message: &advice.message,
            runs: advice.runs,
        }
    }
}
