//! A request that the service does not accept.

use iot_jobs_macros::shape;

/// The request is not valid.
#[shape(error = 400)]
pub struct InvalidRequestException {
    /// The service's description of the error.
    pub message: Option<String>,
}
