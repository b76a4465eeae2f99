//! The text formats of schedules: cron expressions and dates with times.

pub(crate) mod cron;
mod date_time;

#[cfg(feature = "proptest")]
pub(crate) use self::date_time::date_time_text;
pub(crate) use self::date_time::{DateTimeError, epoch_seconds};
