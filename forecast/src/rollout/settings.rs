//! The settings as the shapes have them, and their conversion to those of a rollout.

use iot_jobs::{
    Path,
    operation::create_job::CreateJobInput,
    types::{
        AbortConfig, JobExecutionsRetryConfig, JobExecutionsRolloutConfig, MaintenanceWindow,
        SchedulingConfig, TargetSelection, TimeoutConfig,
    },
};

use super::{Rates, RetryLimits, Rollout, Schedule, abort};
use crate::Error;

/// The settings as the shapes have them.
#[derive(Clone, Copy, Default)]
pub(super) struct Settings<'a> {
    pub(super) rollout: Option<&'a JobExecutionsRolloutConfig>,
    pub(super) abort: Option<&'a AbortConfig>,
    pub(super) timeout: Option<&'a TimeoutConfig>,
    pub(super) retry: Option<&'a JobExecutionsRetryConfig>,
    pub(super) schedule: Option<&'a SchedulingConfig>,
    pub(super) windows: &'a [MaintenanceWindow],
    /// Whether the windows are a member of the whole, as in templates, and not of the schedule.
    pub(super) windows_at_top: bool,
    pub(super) selection: Option<&'a TargetSelection>,
}

impl<'a> Settings<'a> {
    pub(super) fn of_input(input: &'a CreateJobInput) -> Self {
        Self {
            rollout: input.job_executions_rollout_config(),
            abort: input.abort_config(),
            timeout: input.timeout_config(),
            retry: input.job_executions_retry_config(),
            schedule: input.scheduling_config(),
            windows: input
                .scheduling_config()
                .map_or(&[], SchedulingConfig::maintenance_windows),
            windows_at_top: false,
            selection: input.target_selection(),
        }
    }

    /// The settings of a job that is created from a template with these.
    pub(super) fn of_template(mut self) -> Self {
        self.windows_at_top = true;
        if !self.windows.is_empty() {
            self.selection = Some(&TargetSelection::Continuous);
        }
        self
    }

    pub(super) fn resolve(self) -> Result<Rollout, Error> {
        let continuous = match self.selection {
            None | Some(TargetSelection::Snapshot) => false,
            Some(TargetSelection::Continuous) => true,
            Some(_) => {
                return Err(unknown(Path::root().member("targetSelection")));
            }
        };
        let minutes = self
            .timeout
            .and_then(TimeoutConfig::in_progress_timeout_in_minutes);
        Ok(Rollout {
            rates: Rates::new(self.rollout),
            abort: abort::criteria(self.abort)?,
            in_progress_timeout_in_minutes: minutes.and_then(|minutes| minutes.try_into().ok()),
            retries: RetryLimits::new(self.retry)?,
            continuous,
            schedule: Schedule::new(self.schedule, self.windows, self.windows_at_top)?,
            lacks_template: false,
        })
    }
}

/// The error of an enum's value that this version does not know, which validation only warns of.
pub(super) fn unknown(path: Path) -> Error {
    Error::Setting {
        path,
        message: "this version does not know the value, so that it cannot be forecast".to_owned(),
    }
}
