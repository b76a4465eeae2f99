//! A quota that is exceeded.

use iot_jobs_macros::shape;

/// The request would exceed a quota of the service.
#[shape(error = 410)]
pub struct LimitExceededException {
    /// The service's description of the error.
    pub message: Option<String>,
}
