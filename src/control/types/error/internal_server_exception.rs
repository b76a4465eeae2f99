//! A fault of the service around managed templates.

use iot_jobs_macros::shape;

/// The service failed for no fault of the request, in an operation on managed templates.
#[shape(error = 500)]
pub struct InternalServerException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
