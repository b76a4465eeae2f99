//! An exceeded quota.

use iot_jobs_macros::shape;

/// The request would exceed a quota of the account.
#[shape(error = 402)]
pub struct ServiceQuotaExceededException {
    /// The service's description of the error.
    pub message: Option<String>,
}
