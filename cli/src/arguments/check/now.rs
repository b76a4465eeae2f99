//! The time that schedules are checked against.

use std::time::SystemTime;

use iot_jobs::primitives::{DateTime, DateTimeFormat};

/// The time of the clock for `now`, otherwise a time with its offset.
pub(super) fn parse_now(argument: &str) -> Result<DateTime, String> {
    if argument == "now" {
        return Ok(SystemTime::now().into());
    }
    DateTime::from_str(argument, DateTimeFormat::DateTimeWithOffset)
        .map_err(|_| "expected a time with an offset, such as 2027-03-01T08:00:00Z".to_owned())
}
