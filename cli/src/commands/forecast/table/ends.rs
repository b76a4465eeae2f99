//! How the job ends, and the readings that make it end first and last.

use std::time::Duration;

use iot_jobs_forecast::{Abort, End, Range, Run};

use super::{
    cell::{NONE, Row, range_text, row},
    condition::condition,
};
use crate::commands::forecast::{
    times::{count, duration, exact_duration},
    variant::{Variant, after, end_text, end_time, open_executions, unfinished_text},
};

/// The rows of the end.
pub(super) fn rows(variants: &[Variant<'_>]) -> Vec<Row> {
    let mut rows: Vec<_> = row(variants, "end", |variant| Some(kinds(variant)))
        .into_iter()
        .collect();
    let runs = variants.iter().flat_map(|variant| &variant.forecast.runs);
    let at_end_time = runs.into_iter().all(is_at_end_time);
    let time: Time = if at_end_time {
        last_execution
    } else {
        |run| run.ended_at
    };
    let end = |variant: &Variant<'_>| variant.forecast.range_of_times(time);
    let ends: Vec<_> = variants.iter().filter_map(end).collect();
    let differ = ends.iter().any(|end| end.least != end.most);
    // Without seconds, times that differ would be shown as equal.
    let minutes = |time: Option<Duration>| time.map(|time| duration(time.as_secs()));
    let close = |end: &Range<_>| end.least != end.most && minutes(end.least) == minutes(end.most);
    let text = if ends.iter().any(close) {
        exact_duration
    } else {
        duration
    };
    rows.extend(row(variants, "endTime", |variant| {
        let mut runs = variant.forecast.runs.iter();
        let time = runs.find_map(|run| end_time(variant, run))?;
        Some(time_text(variant, time, duration))
    }));
    let names = match (differ, at_end_time) {
        (false, false) if ends.iter().any(|end| end.least.is_none()) => ["ends", ""],
        (false, false) => ["time", ""],
        (true, false) => ["earliest", "latest"],
        (false, true) => ["last execution ended", ""],
        (true, true) => [
            "last execution ended, earliest",
            "last execution ended, latest",
        ],
    };
    for (name, of) in names.into_iter().zip([least as Of, most as Of]) {
        if name.is_empty() {
            continue;
        }
        rows.extend(row(variants, name, |variant| {
            let (time, _) = of(&end(variant)?);
            let Some(time) = time else {
                // Without an execution, there is no last one.
                return (!at_end_time).then(|| after(variant, None));
            };
            Some(time_text(variant, time, text))
        }));
        rows.extend(readings(variants, of, time));
    }
    rows.extend(abort_rows(variants));
    rows
}

fn is_at_end_time(run: &Run) -> bool {
    matches!(run.end, End::EndTime(_))
}

/// When the last execution of a run ended, if there were any.
fn last_execution(run: &Run) -> Option<Duration> {
    run.settled_at.filter(|_| run.last().ended() > 0)
}

/// The duration until a time, and the time if there is a date.
fn time_text(variant: &Variant<'_>, time: Duration, text: fn(u64) -> String) -> String {
    let after = text(time.as_secs());
    if variant.clock.is_relative() {
        return after;
    }
    format!("{after}, {}", variant.clock.time(time.as_secs()))
}

/// A time of a run.
type Time = fn(&Run) -> Option<Duration>;

/// One end of a range with the index of its run.
type Of = fn(&Range<Option<Duration>>) -> (Option<Duration>, usize);

fn least(range: &Range<Option<Duration>>) -> (Option<Duration>, usize) {
    (range.least, range.least_run)
}

fn most(range: &Range<Option<Duration>>) -> (Option<Duration>, usize) {
    (range.most, range.most_run)
}

/// How the job ends, with the number of readings if they differ.
fn kinds(variant: &Variant<'_>) -> String {
    let runs = &variant.forecast.runs;
    let mut kinds: Vec<(String, usize)> = Vec::new();
    let unfinished = unfinished(runs);
    let text = |run: &Run| match (&run.end, &unfinished) {
        (End::Unfinished, Some(text)) => text.clone(),
        _ => end_text(run),
    };
    for text in runs.iter().map(text) {
        match kinds.iter_mut().find(|(known, _)| *known == text) {
            Some((_, number)) => *number += 1,
            None => kinds.push((text, 1)),
        }
    }
    if let [(kind, _)] = &kinds[..] {
        return kind.clone();
    }
    let total = runs.len();
    let kinds = kinds
        .iter()
        .map(|(kind, number)| format!("{kind} in {number} of {total} readings"));
    kinds.collect::<Vec<_>>().join("; ")
}

/// The end of the runs that never end, with their numbers of executions that do not.
fn unfinished(runs: &[Run]) -> Option<String> {
    let runs = runs.iter().filter(|run| run.end == End::Unfinished);
    let numbers: Vec<_> = runs.map(open_executions).collect();
    let [least, most] =
        [numbers.iter().min()?, numbers.iter().max()?].map(|it| count((*it).into()));
    Some(unfinished_text(&range_text(least, &most)))
}

/// The readings that decide an end of the range: every run that has all of them ends then.
fn readings(variants: &[Variant<'_>], of: Of, time: Time) -> Vec<Row> {
    let conditions = variants
        .iter()
        .map(|variant| conditions(variant, of, time).unwrap_or_default());
    let conditions: Vec<_> = conditions.collect();
    let lines = conditions.iter().map(Vec::len).max().unwrap_or_default();
    let rows = (0..lines).map(|line| Row {
        name: if line == 0 { "  if" } else { "  and" }.to_owned(),
        cells: conditions
            .iter()
            .map(|all| all.get(line).cloned().unwrap_or_else(|| NONE.to_owned()))
            .collect(),
    });
    rows.collect()
}

fn conditions(variant: &Variant<'_>, of: Of, time: Time) -> Option<Vec<String>> {
    let forecast = &variant.forecast;
    let (_, index) = of(&forecast.range_of_times(time)?);
    let reading = forecast.runs.get(index)?.reading;
    let points = forecast.deciding_points(index, time);
    let conditions = points
        .iter()
        .map(|point| Some(condition(point.name, reading.get(point.name)?)));
    conditions.collect()
}

/// The aborts in the readings that have one.
fn abort_rows(variants: &[Variant<'_>]) -> Vec<Row> {
    let text = |of: fn(&Abort) -> u32| {
        move |variant: &Variant<'_>| {
            let aborts = variant.forecast.runs.iter().filter_map(Run::abort);
            let numbers: Vec<_> = aborts.map(of).collect();
            let [least, most] =
                [numbers.iter().min()?, numbers.iter().max()?].map(|it| count((*it).into()));
            Some(range_text(least, &most))
        }
    };
    let rows = [
        row(variants, "failures", text(|abort| abort.failures)),
        row(variants, "  divided by", text(|abort| abort.executed)),
    ];
    rows.into_iter().flatten().collect()
}
