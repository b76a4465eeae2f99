//! The times a job keeps to.

mod rules;

use iot_jobs_macros::shape;

use crate::string_enum;

/// When a job starts and ends, and the windows it may roll out in.
#[shape]
pub struct SchedulingConfig {
    /// When the rollout starts, `YYYY-MM-DD HH:MM`, 30 minutes to a year ahead.
    #[shape(STRING_DATE_TIME, rule = rules::start_time)]
    pub start_time: Option<String>,
    /// When the rollout ends, `YYYY-MM-DD HH:MM`, 30 minutes to two years ahead.
    #[shape(STRING_DATE_TIME, rule = rules::end_time)]
    pub end_time: Option<String>,
    /// What happens to the executions at `end_time`, which has to be set with it.
    #[shape(rule = rules::end_behavior)]
    pub end_behavior: Option<JobEndBehavior>,
    /// The recurring spans of time in which a continuous job may roll out.
    pub maintenance_windows: Option<Vec<MaintenanceWindow>>,
}

/// A recurring span of time in which a job may roll out.
#[shape]
pub struct MaintenanceWindow {
    /// When the window opens, `cron(min hour dom month dow year)` in UTC, 1 to 256 characters.
    #[shape(CRON_EXPRESSION, rule = rules::window)]
    pub start_time: String,
    /// How many minutes the window stays open, 1 to 1430.
    #[shape(DURATION_IN_MINUTES)]
    pub duration_in_minutes: i32,
}

/// A maintenance window to come.
#[shape]
pub struct ScheduledJobRollout {
    /// When the window opens, 1 to 64 characters.
    #[shape(STRING_DATE_TIME)]
    pub start_time: Option<String>,
}

string_enum! {
    /// What happens to a job's executions at its end time.
    pub enum JobEndBehavior {
        /// No more executions are sent, and those already sent may finish.
        StopRollout = "STOP_ROLLOUT",
        /// Queued executions are canceled.
        Cancel = "CANCEL",
        /// Executions in progress are canceled too.
        ForceCancel = "FORCE_CANCEL",
    }
}
