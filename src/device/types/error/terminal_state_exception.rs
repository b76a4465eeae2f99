//! A job in a terminal state.

use iot_jobs_macros::shape;

/// The job is in a terminal state.
#[shape(error = 410)]
pub struct TerminalStateException {
    /// The service's description of the error.
    pub message: Option<String>,
}
