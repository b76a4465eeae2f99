//! A failure of the service.

use iot_jobs_macros::shape;

/// The service failed, for a reason other than the request.
#[shape(error = 500)]
pub struct InternalServerException {
    /// The service's description of the error.
    pub message: Option<String>,
}
