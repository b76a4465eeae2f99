//! An invalid certificate.

use iot_jobs_macros::shape;

/// The certificate the device authenticated with is not valid.
#[shape(error = 400)]
pub struct CertificateValidationException {
    /// The service's description of the error.
    pub message: Option<String>,
}
