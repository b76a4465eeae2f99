//! A request the service does not accept.

use iot_jobs_macros::shape;

/// The request breaks a rule of the service.
#[shape(error = 400)]
pub struct InvalidRequestException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
