//! A clash with what the service has stored.

use iot_jobs_macros::shape;

/// The request clashes with an earlier one or with the resource's state.
#[shape(error = 409)]
pub struct ConflictException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
    /// The name of the resource the request clashes with.
    pub resource_id: Option<String>,
}
