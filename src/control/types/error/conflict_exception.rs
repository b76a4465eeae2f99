//! A conflict with an existing resource.

use iot_jobs_macros::shape;

/// The request conflicts with an existing resource.
#[shape(error = 409)]
pub struct ConflictException {
    /// The service's description of the error.
    pub message: Option<String>,
    /// The name of the resource that the request conflicts with.
    pub resource_id: Option<String>,
}
