//! Too many requests.

use iot_jobs_macros::shape;

use crate::primitives::Blob;

/// The rate of requests exceeds the limit of the service.
#[shape(error = 429)]
pub struct ThrottlingException {
    /// The service's description of the error.
    pub message: Option<String>,
    /// Bytes that the service sends with the error, in base64 on the wire.
    pub payload: Option<Blob>,
}
