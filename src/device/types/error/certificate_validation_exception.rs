//! A certificate the service refuses.

use iot_jobs_macros::shape;

/// The certificate the device authenticated with is not valid.
#[shape(error = 400)]
pub struct CertificateValidationException {
    /// The explanation the service gives, for people to read.
    pub message: Option<String>,
}
