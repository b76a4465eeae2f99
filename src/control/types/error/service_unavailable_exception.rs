//! A service that cannot answer for now.

use iot_jobs_macros::shape;

/// The service cannot answer for now; the same request may work later.
#[shape(error = 503)]
pub struct ServiceUnavailableException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
