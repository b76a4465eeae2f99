//! A change that the current state does not allow.

use iot_jobs_macros::shape;

/// The job or execution is in a state that does not allow the change.
#[shape(error = 409)]
pub struct InvalidStateTransitionException {
    /// The service's description of the error.
    pub message: Option<String>,
}
