//! A clash with an existing resource.

use iot_jobs_macros::shape;

/// The request clashes with a resource that is already there.
#[shape(error = 409)]
pub struct ConflictException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
    /// The name of the resource the request clashes with.
    pub resource_id: Option<String>,
}
