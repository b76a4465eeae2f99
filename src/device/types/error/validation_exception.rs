//! A request that breaks a constraint.

use iot_jobs_macros::shape;

/// A member of the request does not meet its constraints.
#[shape(error = 400)]
pub struct ValidationException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
