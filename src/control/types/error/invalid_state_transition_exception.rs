//! A change the present state forbids.

use iot_jobs_macros::shape;

/// The job or execution is in a state that does not allow the change.
#[shape(error = 409)]
pub struct InvalidStateTransitionException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
