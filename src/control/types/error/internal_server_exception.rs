//! An internal error in operations on managed templates.

use iot_jobs_macros::shape;

/// An internal error of the service in an operation on managed templates.
#[shape(error = 500)]
pub struct InternalServerException {
    /// The service's description of the error.
    pub message: Option<String>,
}
