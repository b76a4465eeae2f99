//! `iot-jobs forecast`: how long a rollout takes and what stops it.

mod changed;
mod chart;
mod csv;
mod input;
mod picture;
#[cfg(feature = "plot")]
mod plot;
mod plot_target;
mod row;
#[cfg(feature = "plot")]
mod sampled;
mod setting;
mod table;
mod text;
mod times;
mod variant;
mod wrap;

use std::{io, time::Duration};

use iot_jobs::primitives::DateTime;
use iot_jobs_forecast::{AdviceKind, Fleet, Readings, forecast_with};

pub use self::{input::ForecastShape, plot_target::PlotTarget, setting::Setting};
use self::{
    times::Clock,
    variant::{Report, StartOf, Variant},
};
use crate::{
    counts::{InputCounts, Outcome},
    input::Input,
    reading::{Source, read_one},
    stderr,
};

/// What the options of the command can do about a template, which the library does not know.
const TEMPLATE_NOT_INCLUDED: &str = "the settings of the template are not included: copy them into the input, or \
                                     forecast the template: aws iot describe-job-template --job-template-id ID | \
                                     iot-jobs forecast --as DescribeJobTemplateResponse --things N -";

/// The options of `iot-jobs forecast`.
pub struct ForecastOptions {
    /// The shape of the input.
    pub shape: ForecastShape,
    /// The file with the input.
    pub source: Source,
    /// The assumptions about the things.
    pub fleet: Fleet,
    /// When the job is created.
    pub start: Option<DateTime>,
    /// The readings of what the documentation leaves open.
    pub readings: Readings,
    /// Changes of the input.
    pub set: Vec<Setting>,
    /// Changes with which the input is compared.
    pub what_if: Vec<Setting>,
    /// The format of the forecast.
    pub format: ForecastFormat,
    /// Where the picture is written.
    pub plot: Option<PlotTarget>,
    /// The maximum number of bytes of the input.
    pub max_size: u64,
}

/// The format of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForecastFormat {
    /// Text.
    Human,
    /// A JSON object on one line.
    Json,
    /// Comma-separated values.
    Csv,
}

/// Writes the forecast, and its picture to a file.
pub fn run(options: &ForecastOptions, counts: &mut InputCounts) -> io::Result<()> {
    let file = options.source.to_string();
    let Some(text) = read_one(&options.source, options.max_size, counts) else {
        return Ok(());
    };
    let input = Input {
        file: &file,
        line: None,
        text: &text,
    };
    let report = match report(options, &input) {
        Ok(report) => report,
        Err(outcome) => {
            counts.add(outcome);
            return Ok(());
        }
    };
    counts.add(Outcome::Ok);
    if let Some(target) = &options.plot {
        let svg = svg(&report).map_err(io::Error::other);
        match (svg.and_then(|svg| target.write(&svg)), target) {
            // The picture replaces the table.
            (written, PlotTarget::Stdout) => return written,
            (Err(error), PlotTarget::File(path)) => {
                counts.add(Outcome::Unreadable);
                stderr::cannot_write(&path.display().to_string(), &error);
            }
            (Ok(()), PlotTarget::File(_)) => {}
        }
    }
    match options.format {
        ForecastFormat::Human => text::write_report(&report),
        ForecastFormat::Json => row::write_report(&report),
        ForecastFormat::Csv => csv::write_samples(&report),
    }
}

/// The picture of a forecast.
#[cfg(feature = "plot")]
fn svg(report: &Report<'_>) -> Result<String, String> {
    plot::svg(&report.pictures())
}

/// The picture of a forecast; a build without the feature refuses the option.
#[cfg(not(feature = "plot"))]
fn svg(_: &Report<'_>) -> Result<String, String> {
    Err("this build draws no pictures".to_owned())
}

/// The forecast of the input, and of the input with the changes of `--what-if`.
fn report<'a>(options: &'a ForecastOptions, input: &Input<'_>) -> Result<Report<'a>, Outcome> {
    let set = options.set.iter().map(|setting| ("set", setting));
    let set: Vec<_> = set.collect();
    let mut variants = vec![variant(options, input, &set)?];
    if !options.what_if.is_empty() {
        let what_if = options.what_if.iter().map(|setting| ("what-if", setting));
        let changes: Vec<_> = set.into_iter().chain(what_if).collect();
        variants.push(variant(options, input, &changes)?);
    }
    Ok(Report {
        input: input.name(),
        file: input.display_file(),
        shape: options.shape,
        fleet: &options.fleet,
        variants,
    })
}

fn variant<'a>(
    options: &ForecastOptions,
    input: &Input<'_>,
    changes: &[(&'static str, &'a Setting)],
) -> Result<Variant<'a>, Outcome> {
    let settings = changed::read(input, options.shape, changes)?;
    let start = options.start.or(settings.start);
    if let (None, Some(dated)) = (start, settings.dated) {
        stderr::invalid(&format!(
            "{dated}, and the input has no start time: give the time of the creation with --start, \
             such as --start 2027-03-01T08:00:00Z"
        ));
        return Err(Outcome::Unreadable);
    }
    let at = start.unwrap_or_else(|| DateTime::from_secs(0));
    let forecast = forecast_with(&settings.rollout, &options.fleet, at, &options.readings);
    let mut forecast = forecast.map_err(|error| {
        stderr::invalid(&error.to_string());
        Outcome::Unreadable
    })?;
    for advice in &mut forecast.advice {
        if advice.kind == AdviceKind::TemplateNotIncluded {
            TEMPLATE_NOT_INCLUDED.clone_into(&mut advice.message);
        }
    }
    let clock = match start {
        Some(_) => Clock::Utc(forecast.start.secs()),
        None => Clock::Relative,
    };
    Ok(Variant {
        changes: changes
            .iter()
            .map(|(option, setting)| (*option, *setting))
            .collect(),
        clock,
        base_rate: forecast.runs.first().map_or(0, |run| {
            settings.rollout.rate_per_minute(0, 0, &run.reading)
        }),
        increases: variant::increases(&settings.rollout, &forecast.runs),
        end_time: settings.end.and_then(|end| {
            let seconds = end.secs().checked_sub(forecast.start.secs())?;
            Some(Duration::from_secs(seconds.try_into().ok()?))
        }),
        start: StartOf::new(settings.start, options.start),
        has_template: settings.has_template,
        continuous_template: settings.continuous_template,
        forecast,
    })
}
