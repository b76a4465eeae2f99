//! Too many requests.

use iot_jobs_macros::shape;

/// The rate of requests exceeds what the service allows.
#[shape(error = 400)]
pub struct ThrottlingException {
    /// The service's description of the error.
    pub message: Option<String>,
}
