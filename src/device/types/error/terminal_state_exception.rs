//! A job that has come to its end.

use iot_jobs_macros::shape;

/// The job already reached a state it cannot leave.
#[shape(error = 410)]
pub struct TerminalStateException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
