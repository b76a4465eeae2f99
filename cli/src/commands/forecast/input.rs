//! The inputs that have the settings of a rollout.

use iot_jobs::{
    Error, Path, catalog,
    catalog::ShapeEntry,
    codec,
    operation::{
        create_job::CreateJobInput, create_job_template::CreateJobTemplateInput,
        describe_job::DescribeJobOutput, describe_job_template::DescribeJobTemplateOutput,
    },
    primitives::DateTime,
    shape::Shape,
    types::{Job, SchedulingConfig},
};
use iot_jobs_forecast::{Error as ForecastError, Rollout};

/// A shape with the settings of a rollout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForecastShape {
    /// `CreateJobRequest`.
    CreateJob,
    /// `CreateJobTemplateRequest`.
    CreateJobTemplate,
    /// `DescribeJobResponse`.
    DescribeJob,
    /// `DescribeJobTemplateResponse`.
    DescribeJobTemplate,
    /// `Job`.
    Job,
}

impl ForecastShape {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::CreateJob,
        Self::CreateJobTemplate,
        Self::DescribeJob,
        Self::DescribeJobTemplate,
        Self::Job,
    ];

    /// The name of the shape.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CreateJob => "CreateJobRequest",
            Self::CreateJobTemplate => "CreateJobTemplateRequest",
            Self::DescribeJob => "DescribeJobResponse",
            Self::DescribeJobTemplate => "DescribeJobTemplateResponse",
            Self::Job => "Job",
        }
    }

    /// The shape in the catalog, which has each of them.
    pub fn entry(self) -> Option<ShapeEntry> {
        catalog::find_shape(self.name())
    }
}

/// What an input says about a rollout.
pub(super) struct Settings {
    /// The rollout.
    pub(super) rollout: Rollout,
    /// When it starts.
    pub(super) start: Option<DateTime>,
    /// Its end time.
    pub(super) end: Option<DateTime>,
    /// Why a date is needed.
    pub(super) dated: Option<&'static str>,
    /// Whether a job template has other settings.
    pub(super) has_template: bool,
    /// Whether the input is a template that is forecast as a continuous job.
    pub(super) continuous_template: bool,
}

/// Why an input has no settings.
pub(super) enum SettingsError {
    /// It does not decode.
    Decode(Error),
    /// Its settings cannot be forecast.
    Forecast(ForecastError),
}

impl From<Error> for SettingsError {
    fn from(error: Error) -> Self {
        Self::Decode(error)
    }
}

impl From<ForecastError> for SettingsError {
    fn from(error: ForecastError) -> Self {
        Self::Forecast(error)
    }
}

/// The settings of an input.
pub(super) fn settings(shape: ForecastShape, text: &[u8]) -> Result<Settings, SettingsError> {
    match shape {
        ForecastShape::CreateJob => {
            let input: CreateJobInput = codec::from_slice(text)?;
            let has_template = input.job_template_arn().is_some();
            let settings = scheduled(Rollout::from_input(&input)?, input.scheduling_config());
            Ok(Settings {
                has_template,
                ..settings
            })
        }
        ForecastShape::CreateJobTemplate => {
            let input: CreateJobTemplateInput = codec::from_slice(text)?;
            let rollout = Rollout::from_template_input(&input)?;
            Ok(of_template(
                rollout,
                !input.maintenance_windows().is_empty(),
            ))
        }
        ForecastShape::DescribeJobTemplate => {
            let template: DescribeJobTemplateOutput = codec::from_slice(text)?;
            has_members(&template)?;
            let rollout = Rollout::from_template(&template)?;
            Ok(of_template(
                rollout,
                !template.maintenance_windows().is_empty(),
            ))
        }
        ForecastShape::DescribeJob => {
            let output: DescribeJobOutput = codec::from_slice(text)?;
            let job = output.job().ok_or_else(|| ForecastError::Setting {
                path: Path::root().member("job"),
                message: "the response has no job".to_owned(),
            })?;
            if codec::to_string(job)? == "{}" {
                let path = Path::root().member("job");
                return Err(no_settings(path, "the job has no members"));
            }
            of_job(job)
        }
        ForecastShape::Job => {
            let job: Job = codec::from_slice(text)?;
            if job.unknown_members().get("job").is_some() {
                return Err(no_settings(
                    Path::root(),
                    "this is a response with a job: forecast it with `--as DescribeJobResponse`",
                ));
            }
            has_members(&job)?;
            of_job(&job)
        }
    }
}

/// Fails for an output without any member, which no operation returns.
fn has_members<T: Shape>(output: &T) -> Result<(), SettingsError> {
    if codec::to_string(output)? == "{}" {
        return Err(no_settings(Path::root(), "the input has no members"));
    }
    Ok(())
}

fn no_settings(path: Path, message: &str) -> SettingsError {
    let error = ForecastError::Setting {
        path,
        message: message.to_owned(),
    };
    error.into()
}

fn of_job(job: &Job) -> Result<Settings, SettingsError> {
    Ok(scheduled(Rollout::from_job(job)?, job.scheduling_config()))
}

fn scheduled(rollout: Rollout, schedule: Option<&SchedulingConfig>) -> Settings {
    let has_windows = schedule.is_some_and(|it| !it.maintenance_windows().is_empty());
    let dated = match schedule {
        Some(schedule) if schedule.end_time().is_some() => {
            Some("schedulingConfig.endTime is a date")
        }
        _ if has_windows => Some("schedulingConfig.maintenanceWindows needs a date"),
        _ => None,
    };
    Settings {
        rollout,
        start: schedule.and_then(SchedulingConfig::start_date_time),
        end: schedule.and_then(SchedulingConfig::end_date_time),
        dated,
        has_template: false,
        continuous_template: false,
    }
}

fn of_template(rollout: Rollout, has_windows: bool) -> Settings {
    Settings {
        rollout,
        start: None,
        end: None,
        dated: has_windows.then_some("maintenanceWindows needs a date"),
        has_template: false,
        continuous_template: has_windows,
    }
}
