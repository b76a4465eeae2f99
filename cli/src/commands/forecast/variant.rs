//! What a forecast reports: the input, and possibly the input with changes.

use std::time::Duration;

use iot_jobs::primitives::DateTime;
use iot_jobs_forecast::{End, Fleet, Forecast, Pacing, Rollout, Run};

use super::{
    input::ForecastShape,
    picture::{Mark, MarkKind, Picture, Sample},
    setting::Setting,
    times::{Clock, count, duration},
};
use crate::escape::escape_control;

/// The forecasts of an input.
pub(super) struct Report<'a> {
    /// The input.
    pub(super) input: String,
    /// The file for people.
    pub(super) file: String,
    /// The shape of the input.
    pub(super) shape: ForecastShape,
    /// The assumptions about the things.
    pub(super) fleet: &'a Fleet,
    /// The forecast of the input, and with `--what-if` a second one.
    pub(super) variants: Vec<Variant<'a>>,
}

/// A forecast.
pub(super) struct Variant<'a> {
    /// The changes of the input, with their options.
    pub(super) changes: Vec<(&'static str, &'a Setting)>,
    /// How times are written.
    pub(super) clock: Clock,
    /// The rate at the start.
    pub(super) base_rate: u32,
    /// The increases of the rate up to the maximum.
    pub(super) increases: Vec<RateIncrease>,
    /// The end time of the input, since the start of the job.
    pub(super) end_time: Option<Duration>,
    /// Where the start is from.
    pub(super) start: StartOf,
    /// Whether a job template has settings that are not known.
    pub(super) has_template: bool,
    /// Whether the input is a template that is forecast as a continuous job.
    pub(super) continuous_template: bool,
    /// The forecast.
    pub(super) forecast: Forecast,
}

/// Where the start of a job is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StartOf {
    /// The input, without one on the command line.
    Input,
    /// The command line.
    CommandLine,
    /// The command line, which is not before that of the input.
    CommandLineAfterInput,
    /// The input, which is after that of the command line.
    InputAfterCommandLine,
}

impl StartOf {
    /// Where the start is from with these times of the input and the command line.
    pub(super) fn new(input: Option<DateTime>, command_line: Option<DateTime>) -> Self {
        match (input, command_line) {
            (_, None) => Self::Input,
            (None, Some(_)) => Self::CommandLine,
            (Some(input), Some(command_line)) if input > command_line => {
                Self::InputAfterCommandLine
            }
            (Some(_), Some(_)) => Self::CommandLineAfterInput,
        }
    }
}

/// An increase of the rate.
pub(super) struct RateIncrease {
    /// How many times the base rate is increased for it.
    pub(super) number: u32,
    /// The new rates, which differ between readings if they round differently; in order.
    pub(super) rates: Vec<u32>,
}

/// The maximum number of increases; the smallest factor of the service needs 73 from 1 to 1000 things a minute.
const MAX_INCREASES: u32 = 100;

/// The increases of a rate in these runs.
pub(super) fn increases(rollout: &Rollout, runs: &[Run]) -> Vec<RateIncrease> {
    let readings = |number: u32| {
        let rates = runs
            .iter()
            .map(move |run| rollout.rate_after(number, &run.reading));
        rates.collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    let mut before = readings(0);
    for number in 1..=MAX_INCREASES {
        let after = readings(number);
        let changed = before
            .iter()
            .zip(&after)
            .filter(|(one, other)| one != other);
        let mut rates: Vec<_> = changed.map(|(_, rate)| *rate).collect();
        rates.sort_unstable();
        rates.dedup();
        if !rates.is_empty() {
            found.push(RateIncrease { number, rates });
        }
        if after
            .iter()
            .all(|rate| *rate == rollout.maximum_per_minute())
        {
            break;
        }
        before = after;
    }
    found
}

impl Report<'_> {
    /// The picture of the first reading of each forecast.
    pub(super) fn pictures(&self) -> Vec<Picture> {
        let variants = self.variants.iter();
        variants
            .filter_map(|variant| Some(self.picture(variant, variant.forecast.runs.first()?)))
            .collect()
    }

    fn picture(&self, variant: &Variant<'_>, run: &Run) -> Picture {
        let title = format!("{}: {} things", self.file, count(self.fleet.things.into()));
        let windows = run.windows.iter();
        let windows = windows.map(|window| (minutes(window.opens), minutes(window.closes)));
        Picture {
            title,
            subtitle: subtitle(variant),
            clock: variant.clock,
            samples: samples(run),
            marks: marks(variant, run),
            windows: windows.collect(),
        }
    }
}

/// The end in the first reading, the range of the ends in all of them, and the changes.
fn subtitle(variant: &Variant<'_>) -> String {
    let forecast = &variant.forecast;
    let end = forecast.runs.first();
    let end = end.map(|run| end_sentence(variant, run));
    let ends = forecast.range_of_times(|run| run.ended_at);
    let ends = ends.map(|range| [range.least, range.most].map(|time| after(variant, time)));
    let range = ends.filter(|[least, most]| least != most);
    let range = range.map(|[least, most]| format!("in all readings {least} to {most}"));
    let changes = variant.changes.iter();
    let changes = changes.map(|(_, setting)| escape_control(&setting.text));
    let parts: Vec<_> = end.into_iter().chain(range).chain(changes).collect();
    parts.join("; ")
}

/// A duration until an end, or that there is none.
pub(super) fn after(variant: &Variant<'_>, time: Option<Duration>) -> String {
    let Some(time) = time else {
        let runs = variant.forecast.runs.iter();
        let without_end = runs.filter(|run| run.ended_at.is_none());
        return not_reached(without_end).to_owned();
    };
    duration(time.as_secs())
}

/// What is said of a time that none of these runs reaches.
pub(super) fn not_reached<'r>(mut runs: impl Iterator<Item = &'r Run>) -> &'static str {
    // What happens after the end of the forecast is not known.
    if runs.all(|run| run.end == End::Horizon) {
        "not within two years"
    } else {
        "never"
    }
}

/// How a run ends, and when.
fn end_sentence(variant: &Variant<'_>, run: &Run) -> String {
    let end = end_text(run);
    let at = |time: Duration| duration(time.as_secs());
    match (end_time(variant, run), run.ended_at) {
        (Some(time), Some(last)) if time < last => {
            format!(
                "{end} after {}, the last execution after {}",
                at(time),
                at(last)
            )
        }
        (_, Some(time)) => format!("{end} after {}", at(time)),
        (_, None) => end,
    }
}

/// The end time of a run that it stops, even if executions remain.
pub(super) fn end_time(variant: &Variant<'_>, run: &Run) -> Option<Duration> {
    match run.end {
        End::EndTime(_) | End::Unfinished => variant.end_time,
        _ => None,
    }
}

/// How a run ends.
pub(super) fn end_text(run: &Run) -> String {
    match &run.end {
        End::Completed => "completed".to_owned(),
        End::Aborted(abort) => format!("aborted by criterion {}", abort.criterion + 1),
        End::EndTime(behavior) => format!("ended at its endTime ({})", behavior.as_str()),
        End::Continues => "all targets done, the job continues".to_owned(),
        End::Unfinished => unfinished_text(&count(open_executions(run).into())),
        End::Horizon => "not ended within two years".to_owned(),
        other => other.name().to_owned(),
    }
}

/// The end of runs of which so many executions do not end.
pub(super) fn unfinished_text(executions: &str) -> String {
    let stay = match executions {
        "1" => "execution stays",
        _ => "executions stay",
    };
    format!("never ends: {executions} {stay} QUEUED or IN_PROGRESS")
}

/// The executions that have not ended at the end of a run.
pub(super) fn open_executions(run: &Run) -> u32 {
    let last = run.last();
    last.queued + last.waiting + last.in_progress
}

fn marks(variant: &Variant<'_>, run: &Run) -> Vec<Mark> {
    let increases = run.increases.iter().map(|increase| Mark {
        minute: minutes(increase.at),
        kind: MarkKind::Increase,
        label: format!("{}/min", count(increase.rate.into())),
    });
    let mut marks: Vec<_> = increases.collect();
    let at = |time: Duration| variant.clock.time(time.as_secs());
    let end_time = end_time(variant, run);
    marks.extend(end_time.map(|time| Mark {
        minute: minutes(time),
        kind: MarkKind::Stop,
        label: format!("endTime, {}", at(time)),
    }));
    match (run.ended_at, end_time) {
        (Some(time), Some(end)) if time > end => marks.push(Mark {
            minute: minutes(time),
            kind: MarkKind::Completed,
            label: format!("last execution ended, {}", at(time)),
        }),
        (Some(time), None) => marks.push(end_mark(run, time, &at(time))),
        _ => {}
    }
    marks
}

/// The mark of the end of a job at this time.
fn end_mark(run: &Run, time: Duration, text: &str) -> Mark {
    let kind = match run.end {
        End::Aborted(_) | End::EndTime(_) => MarkKind::Stop,
        _ => MarkKind::Completed,
    };
    Mark {
        minute: minutes(time),
        kind,
        label: format!("{}, {text}", end_text(run)),
    }
}

fn samples(run: &Run) -> Vec<Sample> {
    // Batches are notified at the start of their minute, and are part of the sample at that time.
    let later = usize::from(run.reading.pacing == Pacing::Even);
    let rates = run.samples.iter().skip(later).map(|sample| sample.rate);
    let rates = rates.chain(std::iter::repeat(0));
    let samples = run.samples.iter().zip(rates);
    samples
        .map(|(sample, rate)| self::sample(sample, rate))
        .collect()
}

fn sample(sample: &iot_jobs_forecast::Sample, rate: u32) -> Sample {
    Sample {
        minute: minutes(sample.at),
        counts: [
            sample.succeeded,
            sample.failed,
            sample.rejected,
            sample.timed_out,
            sample.canceled,
            sample.in_progress,
            sample.queued + sample.waiting,
        ],
        rate,
    }
}

fn minutes(time: Duration) -> f64 {
    time.as_secs_f64() / 60.0
}
