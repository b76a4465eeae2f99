//! When a job starts, ends and rolls out.

mod rules;

use iot_jobs_macros::shape;

use crate::{
    primitives::DateTime,
    schedule::{cron::CronTimes, epoch_seconds},
    string_enum,
};

/// When a job starts and ends, and its maintenance windows.
#[shape(consistency = rules::order_times, sdk(try_into))]
pub struct SchedulingConfig {
    /// When the rollout starts, `YYYY-MM-DD HH:MM`, 30 minutes to a year from now.
    #[shape(STRING_DATE_TIME, rule = rules::start_time)]
    pub start_time: Option<String>,
    /// When the rollout ends, `YYYY-MM-DD HH:MM`, 30 minutes to two years from now.
    #[shape(STRING_DATE_TIME, rule = rules::end_time)]
    pub end_time: Option<String>,
    /// What happens to the executions at `end_time`, which must be set too.
    #[shape(rule = rules::end_behavior)]
    pub end_behavior: Option<JobEndBehavior>,
    /// The recurring periods in which a continuous job may roll out.
    pub maintenance_windows: Option<Vec<MaintenanceWindow>>,
}

/// A recurring period in which a job may roll out.
#[shape]
pub struct MaintenanceWindow {
    /// When the window starts, `cron(min hour dom month dow year)` in UTC, 1 to 256 characters.
    #[shape(CRON_EXPRESSION, rule = rules::window_start)]
    pub start_time: String,
    /// The duration of the window in minutes, 1 to 1430.
    #[shape(DURATION_IN_MINUTES)]
    pub duration_in_minutes: i32,
}

impl MaintenanceWindow {
    /// The times at which the window starts, in order, from a time on; `None` if this version does not know the
    /// expression, or no calendar has the time.
    ///
    /// ```
    /// use iot_jobs::{primitives::DateTime, types::MaintenanceWindow};
    ///
    /// let window = MaintenanceWindow::builder()
    ///     .start_time("cron(0 2 ? * SUN *)")
    ///     .duration_in_minutes(120)
    ///     .build()?;
    /// let mut starts = window.starts_from(DateTime::from_secs(1_803_859_200)).expect("it is valid");
    /// assert_eq!(starts.next(), Some(DateTime::from_secs(1_804_384_800))); // 2027-03-07 02:00
    /// # Ok::<(), iot_jobs::error::BuildError>(())
    /// ```
    pub fn starts_from(
        &self,
        from: DateTime,
    ) -> Option<impl Iterator<Item = DateTime> + Clone + use<>> {
        let from = from
            .secs()
            .saturating_add(i64::from(from.subsec_nanos() > 0));
        let times = CronTimes::new(&self.start_time, from)?;
        Some(times.map(DateTime::from_secs))
    }
}

/// A future maintenance window.
#[shape]
pub struct ScheduledJobRollout {
    /// When the window starts, 1 to 64 characters.
    #[shape(STRING_DATE_TIME)]
    pub start_time: Option<String>,
}

impl SchedulingConfig {
    /// The start as a time; `None` if there is none, or in a format that this version does not know.
    ///
    /// ```
    /// use iot_jobs::{primitives::DateTime, types::SchedulingConfig};
    ///
    /// let config = SchedulingConfig::builder().start_time("2027-03-01 08:30").build();
    /// assert_eq!(config.start_date_time(), Some(DateTime::from_secs(1_803_889_800)));
    /// ```
    pub fn start_date_time(&self) -> Option<DateTime> {
        date_time(self.start_time.as_deref()?)
    }

    /// The end as a time; `None` if there is none, or in a format that this version does not know.
    pub fn end_date_time(&self) -> Option<DateTime> {
        date_time(self.end_time.as_deref()?)
    }
}

fn date_time(text: &str) -> Option<DateTime> {
    epoch_seconds(text).ok().map(DateTime::from_secs)
}

string_enum! {
    /// What happens to a job's executions at its end time.
    pub enum JobEndBehavior {
        /// No more executions are rolled out, and existing ones may finish.
        StopRollout = "STOP_ROLLOUT",
        /// Queued executions are canceled.
        Cancel = "CANCEL",
        /// Executions in progress are canceled too.
        ForceCancel = "FORCE_CANCEL",
    }
}
