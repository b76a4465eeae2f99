//! A name that is taken.

use iot_jobs_macros::shape;

/// The name is taken by another resource.
#[shape(error = 409)]
pub struct ResourceAlreadyExistsException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
    /// The name that is taken.
    pub resource_id: Option<String>,
    /// The ARN of the resource that has the name.
    pub resource_arn: Option<String>,
}
