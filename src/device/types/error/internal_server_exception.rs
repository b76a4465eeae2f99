//! A fault of the service.

use iot_jobs_macros::shape;

/// The service failed for no fault of the request.
#[shape(error = 500)]
pub struct InternalServerException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
