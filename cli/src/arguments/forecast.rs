//! The arguments of `iot-jobs forecast`.

mod distribution;
mod duration;
mod help;
mod number;
mod reading;
mod setting;
mod shape;
mod share;

use std::{path::PathBuf, time::Duration};

use clap::{Args, Error, error::ErrorKind};
use iot_jobs::primitives::{DateTime, DateTimeFormat};
use iot_jobs_forecast::{Distribution, Fleet, Outcomes};

use self::{
    distribution::distribution,
    duration::duration,
    number::{joining, seed, things},
    reading::{ReadingArgument, reading, readings},
    setting::setting,
    shape::shape,
    share::share,
};
use super::size::size;
use crate::{
    commands::forecast::{ForecastFormat, ForecastOptions, ForecastShape, PlotTarget, Setting},
    reading::{DEFAULT_MAX_SIZE, Source},
};

/// Forecast a rollout before the job is created: how long it takes, and what stops it
///
/// A time has its unit (90s, 5m, 1h30m, 2d). A share is 3% or 0.03; write 100% or 1.0 for all: `1` is refused, since it
/// could be 1%. Where a time can vary, 5m is always five minutes, 5m..20m is anything between with equal probability,
/// and 10m~40m is log-normal: half of the things take up to 10 minutes, and 95% up to 40.
#[derive(Args, Debug)]
#[command(after_long_help = help::AFTER_HELP)]
pub(super) struct ForecastArguments {
    /// The shape of the input: `CreateJob`, `CreateJobTemplate`, `DescribeJobResponse`, `DescribeJobTemplateResponse`
    /// or `Job`; a template is forecast as a CONTINUOUS job if it has maintenance windows, otherwise as a SNAPSHOT job
    #[arg(long = "as", value_name = "SHAPE", default_value = "CreateJob", value_parser = shape)]
    shape: ForecastShape,

    /// The file with the input, JSON or YAML; `-` is standard input
    #[arg(value_name = "FILE")]
    source: Source,

    /// The number of things among the targets
    #[arg(long, allow_hyphen_values = true, value_name = "N", value_parser = things)]
    things: u32,

    /// The share of things that report FAILED
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", default_value = "0", value_parser = share)]
    fail: f64,

    /// The share of things that report REJECTED
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", default_value = "0", value_parser = share)]
    reject: f64,

    /// The share of things that start and report no result, and so time out if the job has a timeout or the devices have
    /// a step timer
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", default_value = "0", value_parser = share)]
    timeout: f64,

    /// The share of retries that report FAILED; the default is that of --fail
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", value_parser = share)]
    retry_fail: Option<f64>,

    /// The share of retries that report no result; the default is that of --timeout
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", value_parser = share)]
    retry_timeout: Option<f64>,

    /// The share of things that are online when they are notified, by default all but --unreachable; the others come
    /// online after --reconnect
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", value_parser = share)]
    online: Option<f64>,

    /// The time until a thing comes online that is offline when it is notified
    #[arg(long, allow_hyphen_values = true, value_name = "TIME", value_parser = distribution, requires = "online")]
    reconnect: Option<Distribution>,

    /// The share of things that never come online
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", default_value = "0", value_parser = share)]
    unreachable: f64,

    /// The time from the notification of a thing that is online until it starts
    #[arg(long, allow_hyphen_values = true, value_name = "TIME", default_value = "0", value_parser = distribution)]
    delay: Distribution,

    /// The time from the start on a thing until it reports the result
    #[arg(long, allow_hyphen_values = true, value_name = "TIME", default_value = "0", value_parser = distribution)]
    work: Distribution,

    /// The step timer that each device sets and renews while it works, in whole minutes; a device that reports no result
    /// times out at its end, also if the job has no timeout
    #[arg(long, allow_hyphen_values = true, value_name = "TIME", value_parser = duration)]
    step_timeout: Option<Duration>,

    /// The number of things that join a continuous job each day
    #[arg(long, allow_hyphen_values = true, value_name = "N", default_value_t = 0, value_parser = joining)]
    joining: u32,

    /// The seed of all that is random; the same seed gives the same forecast
    #[arg(long, allow_hyphen_values = true, value_name = "N", default_value_t = 0, value_parser = seed)]
    seed: u64,

    /// When the job is created, such as 2027-03-01T08:00:00Z; the job starts then, or at its `startTime` if that is
    /// later. Without it, the job starts at its `startTime`, or else times are from 0:00
    #[arg(long, value_name = "TIME", value_parser = start)]
    start: Option<DateTime>,

    /// Only this reading of what the documentation leaves open, or `default` for the first of each; may be repeated for
    /// others
    #[arg(long = "reading", value_name = "NAME=VALUE", value_parser = reading)]
    readings: Vec<ReadingArgument>,

    /// Change the input before it is forecast; may be repeated
    #[arg(long, value_name = "PATH=VALUE", value_parser = setting)]
    set: Vec<Setting>,

    /// Compare with the input with this change; may be repeated, for changes that are made together
    #[arg(long, value_name = "PATH=VALUE", value_parser = setting)]
    what_if: Vec<Setting>,

    /// The format of the forecast
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ForecastFormat,

    /// Also write a picture to this file, in SVG for light and dark backgrounds; `-` writes it to standard output
    /// instead of the table. A build from source needs the feature `plot`
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,

    /// Reject an input of more than SIZE bytes; K, M and G are units of 1024, 1024² and 1024³ bytes. By default 16M
    #[arg(long, value_name = "SIZE", value_parser = size, default_value_t = DEFAULT_MAX_SIZE, hide_default_value = true)]
    max_size: u64,
}

impl TryFrom<ForecastArguments> for ForecastOptions {
    type Error = Error;

    fn try_from(arguments: ForecastArguments) -> Result<Self, Error> {
        let fleet = fleet(&arguments)?;
        let plot = plot_target(&arguments)?;
        if let Some(entry) = arguments.shape.entry() {
            for (option, settings) in [("set", &arguments.set), ("what-if", &arguments.what_if)] {
                for setting in settings {
                    setting::check(setting, entry.structure()).map_err(|message| {
                        invalid(&format!("--{option} {}: {message}", setting.text))
                    })?;
                }
            }
        }
        Ok(Self {
            shape: arguments.shape,
            source: arguments.source,
            fleet,
            start: arguments.start,
            readings: readings(arguments.readings).map_err(|message| invalid(&message))?,
            set: arguments.set,
            what_if: arguments.what_if,
            format: arguments.format,
            plot,
            max_size: arguments.max_size,
        })
    }
}

fn invalid(message: &str) -> Error {
    let message = format!("{message}\n\nFor more information, try '--help'.\n");
    Error::raw(ErrorKind::ValueValidation, message)
}

/// Where the picture is written, if one is requested.
fn plot_target(arguments: &ForecastArguments) -> Result<Option<PlotTarget>, Error> {
    let Some(path) = &arguments.plot else {
        return Ok(None);
    };
    if cfg!(not(feature = "plot")) {
        let message = "--plot: this build draws no pictures: build it with `--features plot`, or use the command of \
                       a release";
        return Err(invalid(message));
    }
    let target = PlotTarget::new(path.clone())
        .map_err(|message| invalid(&format!("--plot {}: {message}", path.display())))?;
    if target == PlotTarget::Stdout && arguments.format != ForecastFormat::Human {
        return Err(invalid(
            "--plot -: standard output is that of --format json or csv: write the picture to a file",
        ));
    }
    if target.is_input(&arguments.source) {
        let message = format!("--plot {}: the file is the input", path.display());
        return Err(invalid(&message));
    }
    Ok(Some(target))
}

fn fleet(arguments: &ForecastArguments) -> Result<Fleet, Error> {
    let (fail, reject, timeout) = (arguments.fail, arguments.reject, arguments.timeout);
    let online = arguments.online.unwrap_or(1.0 - arguments.unreachable);
    check_reconnect(arguments, 1.0 - online - arguments.unreachable)?;
    let mut fleet = Fleet::new(arguments.things)
        .outcomes(Outcomes::failing(fail, reject, timeout))
        .online(online, arguments.reconnect.unwrap_or_default())
        .unreachable(arguments.unreachable)
        .start(arguments.delay)
        .work(arguments.work)
        .joining_per_day(arguments.joining)
        .seed(arguments.seed);
    if arguments.retry_fail.is_some() || arguments.retry_timeout.is_some() {
        let fail = arguments.retry_fail.unwrap_or(fail);
        let timeout = arguments.retry_timeout.unwrap_or(timeout);
        fleet = fleet.retry_outcomes(Outcomes::failing(fail, reject, timeout));
    }
    if let Some(time) = arguments.step_timeout {
        let minutes = time.as_secs() / 60;
        let whole = u16::try_from(minutes)
            .ok()
            .filter(|_| time.as_secs().is_multiple_of(60));
        let minutes = whole
            .ok_or_else(|| invalid("--step-timeout: expected whole minutes, from 1m to 10080m"))?;
        fleet = fleet.step_timeout_in_minutes(minutes);
    }
    fleet
        .check()
        .map_err(|error| invalid(&assumption(arguments, &error)))?;
    Ok(fleet)
}

/// Checks that there is a time until things come online if and only if there are such things.
fn check_reconnect(arguments: &ForecastArguments, offline: f64) -> Result<(), Error> {
    // Binary fractions do not add up to exactly 1.
    let offline = (offline * 1e8).round() / 1e6;
    match arguments.reconnect {
        None if offline > 0.0 => Err(invalid(&format!(
            "--online: {offline}% of the things are offline: give the time until they come online with --reconnect, or \
             their share with --unreachable if they never do"
        ))),
        Some(_) if offline == 0.0 => Err(invalid(
            "--reconnect: no thing comes online later: --online and --unreachable are 100% of the things",
        )),
        _ => Ok(()),
    }
}

/// The error of an assumption with the options that give it.
fn assumption(arguments: &ForecastArguments, error: &iot_jobs_forecast::Error) -> String {
    let iot_jobs_forecast::Error::Assumption {
        member, message, ..
    } = error
    else {
        return error.to_string();
    };
    let (fail, reject, timeout) = (arguments.fail, arguments.reject, arguments.timeout);
    let shares = |shares: [(&str, f64); 3]| {
        let given = shares.iter().filter(|(_, share)| *share > 0.0);
        let given: Vec<_> = given.map(|(option, _)| *option).collect();
        given.join(" and ")
    };
    let retry = |option: &'static str, share: Option<f64>, first: (&'static str, f64)| {
        share.map_or(first, |share| (option, share))
    };
    let options = match *member {
        "things" => "--things",
        "start" => "--delay",
        "work" => "--work",
        "reconnect" => "--reconnect",
        "online" => "--online",
        "unreachable" => "--online and --unreachable",
        "step_timeout_in_minutes" => "--step-timeout",
        "joining_per_day" => "--joining",
        member if member.starts_with("retry_outcomes") => &shares([
            retry("--retry-fail", arguments.retry_fail, ("--fail", fail)),
            ("--reject", reject),
            retry(
                "--retry-timeout",
                arguments.retry_timeout,
                ("--timeout", timeout),
            ),
        ]),
        _ => &shares([
            ("--fail", fail),
            ("--reject", reject),
            ("--timeout", timeout),
        ]),
    };
    // The command writes percentages without a space.
    format!("{options}: {}", message.replace(" %", "%"))
}

/// The starts in epoch seconds after which a forecast of two years has years of four digits.
const STARTS: std::ops::Range<i64> = 0..253_339_228_800;

/// A time with its offset, or one as schedules have it, in UTC.
fn start(text: &str) -> Result<DateTime, String> {
    let schedule = iot_jobs::types::SchedulingConfig::builder()
        .start_time(text)
        .build();
    let time = DateTime::from_str(text, DateTimeFormat::DateTimeWithOffset)
        .ok()
        .or_else(|| schedule.start_date_time())
        .ok_or_else(|| {
            "expected a time such as 2027-03-01T08:00:00Z; without an offset it is UTC".to_owned()
        })?;
    if STARTS.contains(&time.secs()) {
        Ok(time)
    } else {
        Err("expected a year from 1970 to 9997".to_owned())
    }
}
