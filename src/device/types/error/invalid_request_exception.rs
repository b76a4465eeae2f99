//! An invalid request.

use iot_jobs_macros::shape;

/// The request is invalid.
#[shape(error = 400)]
pub struct InvalidRequestException {
    /// The service's description of the error.
    pub message: Option<String>,
}
