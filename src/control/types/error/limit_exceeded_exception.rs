//! A quota that is used up.

use iot_jobs_macros::shape;

/// The request would go beyond a quota of the service.
#[shape(error = 410)]
pub struct LimitExceededException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
