//! An execution that does not have the expected version.

use iot_jobs_macros::shape;

/// The execution does not have the version that the request expected.
#[shape(error = 409)]
pub struct VersionConflictException {
    /// The service's description of the error.
    pub message: Option<String>,
}
