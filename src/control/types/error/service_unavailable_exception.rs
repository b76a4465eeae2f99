//! A service that is temporarily unavailable.

use iot_jobs_macros::shape;

/// The service is temporarily unavailable; the same request may succeed later.
#[shape(error = 503)]
pub struct ServiceUnavailableException {
    /// The service's description of the error.
    pub message: Option<String>,
}
