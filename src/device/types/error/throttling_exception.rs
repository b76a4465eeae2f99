//! Too many requests at a time.

use iot_jobs_macros::shape;

use crate::primitives::Blob;

/// Requests come faster than the service allows.
#[shape(error = 429)]
pub struct ThrottlingException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
    /// Bytes the service sent along with the failure, in base64 on the wire.
    pub payload: Option<Blob>,
}
