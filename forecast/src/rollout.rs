//! What is forecast: the settings of a job that decide how it is rolled out.

mod abort;
mod rate;
mod retry;
mod schedule;
mod settings;
mod timeline;
mod windows;

use iot_jobs::{
    Validate,
    operation::{
        create_job::CreateJobInput, create_job_template::CreateJobTemplateInput,
        describe_job_template::DescribeJobTemplateOutput,
    },
    types::{Job, SchedulingConfig, TargetSelection},
};

use self::settings::Settings;
pub(crate) use self::{
    abort::{Criterion, Failures, HUNDREDTHS_OF_ALL},
    rate::{Rates, ReadRates},
    retry::RetryLimits,
    schedule::{EndBehavior, Schedule},
};
use crate::Error;

/// The settings of a job that decide how it is rolled out.
///
/// It is made from the parameters of a job or a template, or from a job, and fails if they are not valid.
///
/// ```
/// use iot_jobs::{codec, operation::create_job::CreateJobInput};
/// use iot_jobs_forecast::{Error, Rollout};
///
/// let input: CreateJobInput = codec::from_str(
///     r#"{"jobId": "firmware-7", "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
///         "document": "{}", "jobExecutionsRolloutConfig": {"maximumPerMinute": 5000}}"#,
/// )?;
/// let Err(Error::Invalid(violations)) = Rollout::from_input(&input) else { panic!() };
/// let found = violations.iter().next().expect("there is a violation");
/// assert_eq!(found.path, "jobExecutionsRolloutConfig.maximumPerMinute");
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Rollout {
    pub(crate) rates: Rates,
    pub(crate) abort: Vec<Criterion>,
    pub(crate) in_progress_timeout_in_minutes: Option<u16>,
    pub(crate) retries: RetryLimits,
    pub(crate) continuous: bool,
    pub(crate) schedule: Schedule,
    /// Whether the job is created from a template whose settings are not known.
    pub(crate) lacks_template: bool,
}

impl Rollout {
    /// The rollout of a job to create.
    ///
    /// If the input names a job template, [`from_input_and_template`](Rollout::from_input_and_template) includes
    /// its settings.
    ///
    /// # Errors
    ///
    /// Fails if the input has violations that are errors, or a setting that cannot be forecast.
    pub fn from_input(input: &CreateJobInput) -> Result<Self, Error> {
        input.validate().map_err(Error::Invalid)?;
        let mut rollout = Settings::of_input(input).resolve()?;
        rollout.lacks_template = input.job_template_arn().is_some_and(has_settings);
        Ok(rollout)
    }

    /// The rollout of a job to create from a template: settings that the input has not are the template's.
    ///
    /// # Errors
    ///
    /// As [`from_input`](Rollout::from_input), for both.
    pub fn from_input_and_template(
        input: &CreateJobInput,
        template: &DescribeJobTemplateOutput,
    ) -> Result<Self, Error> {
        input.validate().map_err(Error::Invalid)?;
        template.validate().map_err(Error::Invalid)?;
        let mut settings = Settings::of_input(input);
        settings.rollout = settings
            .rollout
            .or(template.job_executions_rollout_config());
        settings.abort = settings.abort.or(template.abort_config());
        settings.timeout = settings.timeout.or(template.timeout_config());
        settings.retry = settings.retry.or(template.job_executions_retry_config());
        if settings.windows.is_empty() {
            settings.windows = template.maintenance_windows();
        }
        settings.resolve()
    }

    /// The rollout of a job from a template to create, which is continuous if it has maintenance windows.
    ///
    /// # Errors
    ///
    /// As [`from_input`](Rollout::from_input).
    pub fn from_template_input(input: &CreateJobTemplateInput) -> Result<Self, Error> {
        input.validate().map_err(Error::Invalid)?;
        let settings = Settings {
            rollout: input.job_executions_rollout_config(),
            abort: input.abort_config(),
            timeout: input.timeout_config(),
            retry: input.job_executions_retry_config(),
            windows: input.maintenance_windows(),
            ..Settings::default()
        };
        settings.of_template().resolve()
    }

    /// The rollout of a job from a template, which is continuous if it has maintenance windows.
    ///
    /// # Errors
    ///
    /// As [`from_input`](Rollout::from_input).
    pub fn from_template(template: &DescribeJobTemplateOutput) -> Result<Self, Error> {
        template.validate().map_err(Error::Invalid)?;
        let settings = Settings {
            rollout: template.job_executions_rollout_config(),
            abort: template.abort_config(),
            timeout: template.timeout_config(),
            retry: template.job_executions_retry_config(),
            windows: template.maintenance_windows(),
            ..Settings::default()
        };
        settings.of_template().resolve()
    }

    /// The rollout of an existing job, as if it were created again.
    ///
    /// # Errors
    ///
    /// As [`from_input`](Rollout::from_input).
    pub fn from_job(job: &Job) -> Result<Self, Error> {
        job.validate().map_err(Error::Invalid)?;
        let settings = Settings {
            rollout: job.job_executions_rollout_config(),
            abort: job.abort_config(),
            timeout: job.timeout_config(),
            retry: job.job_executions_retry_config(),
            schedule: job.scheduling_config(),
            windows: job
                .scheduling_config()
                .map_or(&[], SchedulingConfig::maintenance_windows),
            windows_at_top: false,
            selection: job.target_selection(),
        };
        settings.resolve()
    }

    /// The rollout with this selection of targets, for a template, which has none.
    ///
    /// # Errors
    ///
    /// Fails if the rollout has maintenance windows and the selection is not CONTINUOUS.
    pub fn with_target_selection(mut self, selection: &TargetSelection) -> Result<Self, Error> {
        self.continuous = *selection == TargetSelection::Continuous;
        if !self.continuous && self.schedule.has_windows() {
            return Err(Error::Setting {
                path: iot_jobs::Path::root().member("targetSelection"),
                message: "maintenance windows are for continuous jobs".to_owned(),
            });
        }
        Ok(self)
    }

    /// The number of things notified per minute, once so many things were notified and have succeeded.
    ///
    /// ```
    /// use iot_jobs::{codec, operation::create_job::CreateJobInput};
    /// use iot_jobs_forecast::{Reading, Rollout};
    ///
    /// let input: CreateJobInput = codec::from_str(
    ///     r#"{"jobId": "firmware-7", "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
    ///         "document": "{}", "jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 50,
    ///         "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1000}}}}"#,
    /// )?;
    /// let rollout = Rollout::from_input(&input).expect("the input is valid");
    /// let rate = |notified| rollout.rate_per_minute(notified, 0, &Reading::default());
    /// assert_eq!([0, 999, 1000, 2000, 3000].map(rate), [50, 50, 100, 200, 400]);
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn rate_per_minute(&self, notified: u32, succeeded: u32, reading: &crate::Reading) -> u32 {
        let rates = self.rates.read(reading);
        rates.at(rates.increases(notified, succeeded))
    }

    /// The number of things notified per minute, once the rate has increased so many times.
    pub fn rate_after(&self, increases: u32, reading: &crate::Reading) -> u32 {
        self.rates.read(reading).at(increases)
    }

    /// The maximum number of things notified per minute.
    pub fn maximum_per_minute(&self) -> u32 {
        self.rates.maximum()
    }
}

/// Whether a template of this ARN may have settings; those of AWS, whose ARNs have no account, have none.
fn has_settings(template_arn: &str) -> bool {
    template_arn.split(':').nth(4) != Some("")
}
