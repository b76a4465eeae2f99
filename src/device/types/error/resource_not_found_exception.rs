//! A resource that does not exist.

use iot_jobs_macros::shape;

/// The thing, job, execution or command does not exist.
#[shape(error = 404)]
pub struct ResourceNotFoundException {
    /// The service's description of the error.
    pub message: Option<String>,
}
