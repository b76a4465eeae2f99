//! When a job starts, ends and rolls out.

use iot_jobs::{
    Path,
    primitives::DateTime,
    types::{JobEndBehavior, MaintenanceWindow, SchedulingConfig},
};

use super::settings::unknown;
use crate::Error;

/// When a job starts, ends and rolls out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Schedule {
    pub(crate) start: Option<DateTime>,
    pub(crate) end: Option<DateTime>,
    pub(crate) end_behavior: EndBehavior,
    pub(crate) windows: Vec<MaintenanceWindow>,
    /// The path of the windows, which differs between jobs and templates.
    pub(crate) windows_path: Path,
}

/// What happens to the executions at the end time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum EndBehavior {
    /// No more executions are rolled out; also where no behavior is set, since it has the least effect.
    #[default]
    StopRollout,
    Cancel,
    ForceCancel,
}

impl Schedule {
    pub(super) fn new(
        config: Option<&SchedulingConfig>,
        windows: &[MaintenanceWindow],
        windows_at_top: bool,
    ) -> Result<Self, Error> {
        let path = || {
            if windows_at_top {
                Path::root()
            } else {
                Path::root().member("schedulingConfig")
            }
        };
        let mut schedule = Self::default();
        if let Some(config) = config {
            let time = |text: Option<&str>, time: Option<DateTime>, member: &'static str| {
                if text.is_some() && time.is_none() {
                    return Err(Error::Setting {
                        path: path().member(member),
                        message: "this version does not know the format: write YYYY-MM-DD HH:MM"
                            .to_owned(),
                    });
                }
                Ok(time)
            };
            schedule.start = time(config.start_time(), config.start_date_time(), "startTime")?;
            schedule.end = time(config.end_time(), config.end_date_time(), "endTime")?;
            schedule.end_behavior = match config.end_behavior() {
                None | Some(JobEndBehavior::StopRollout) => EndBehavior::StopRollout,
                Some(JobEndBehavior::Cancel) => EndBehavior::Cancel,
                Some(JobEndBehavior::ForceCancel) => EndBehavior::ForceCancel,
                Some(_) => {
                    return Err(unknown(path().member("endBehavior")));
                }
            };
        }
        schedule.windows = windows.to_vec();
        schedule.windows_path = path().member("maintenanceWindows");
        super::windows::check(windows, &schedule.windows_path)?;
        Ok(schedule)
    }

    pub(crate) fn has_windows(&self) -> bool {
        !self.windows.is_empty()
    }
}
