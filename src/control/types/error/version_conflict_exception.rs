//! An execution at another version than expected.

use iot_jobs_macros::shape;

/// The execution is not at the version the request expected.
#[shape(error = 409)]
pub struct VersionConflictException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
