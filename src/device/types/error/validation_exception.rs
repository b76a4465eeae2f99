//! A request that violates a constraint.

use iot_jobs_macros::shape;

/// A member of the request violates its constraints.
#[shape(error = 400)]
pub struct ValidationException {
    /// The service's description of the error.
    pub message: Option<String>,
}
