//! A quota that is used up.

use iot_jobs_macros::shape;

/// The request would go beyond a quota of the account.
#[shape(error = 402)]
pub struct ServiceQuotaExceededException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
