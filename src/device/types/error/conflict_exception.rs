//! A conflict with the stored state.

use iot_jobs_macros::shape;

/// The request conflicts with an earlier one or with the state of the resource.
#[shape(error = 409)]
pub struct ConflictException {
    /// The service's description of the error.
    pub message: Option<String>,
    /// The identifier of the resource that the request conflicts with.
    pub resource_id: Option<String>,
}
