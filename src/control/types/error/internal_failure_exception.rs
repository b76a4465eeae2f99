//! An internal error in operations on job templates.

use iot_jobs_macros::shape;

/// An internal error of the service in an operation on job templates.
#[shape(error = 500)]
pub struct InternalFailureException {
    /// The service's description of the error.
    pub message: Option<String>,
}
