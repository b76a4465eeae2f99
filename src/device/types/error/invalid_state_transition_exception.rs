//! A state transition that is not allowed.

use iot_jobs_macros::shape;

/// The transition from the execution's state to the requested one is not allowed.
#[shape(error = 409)]
pub struct InvalidStateTransitionException {
    /// The service's description of the error.
    pub message: Option<String>,
}
