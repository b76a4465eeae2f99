//! A name that another resource already has.

use iot_jobs_macros::shape;

/// Another resource already has the name.
#[shape(error = 409)]
pub struct ResourceAlreadyExistsException {
    /// The service's description of the error.
    pub message: Option<String>,
    /// The name that the other resource already has.
    pub resource_id: Option<String>,
    /// The ARN of the resource that has the name.
    pub resource_arn: Option<String>,
}
