//! A service that cannot answer for now.

use iot_jobs_macros::shape;

/// The service cannot answer for now, and may if asked again.
#[shape(error = 503)]
pub struct ServiceUnavailableException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
