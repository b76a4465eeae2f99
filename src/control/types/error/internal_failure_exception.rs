//! A fault of the service around job templates.

use iot_jobs_macros::shape;

/// The service failed for no fault of the request, in an operation on job templates.
#[shape(error = 500)]
pub struct InternalFailureException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
