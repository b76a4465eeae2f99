//! A resource that is not there.

use iot_jobs_macros::shape;

/// The thing, job, execution or command asked for is not there.
#[shape(error = 404)]
pub struct ResourceNotFoundException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
