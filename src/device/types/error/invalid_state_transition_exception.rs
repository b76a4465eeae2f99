//! A change the present state forbids.

use iot_jobs_macros::shape;

/// The execution cannot go from its present state to the one asked for.
#[shape(error = 409)]
pub struct InvalidStateTransitionException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
