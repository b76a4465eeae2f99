//! Too many requests at a time.

use iot_jobs_macros::shape;

/// Requests come faster than the service allows.
#[shape(error = 400)]
pub struct ThrottlingException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
