//! Presigned URLs of S3 objects.

use iot_jobs_macros::shape;

/// Configuration of the presigned S3 URLs in a job document.
#[shape]
pub struct PresignedUrlConfig {
    /// The ARN of the role that grants access to the S3 objects, 20 to 2048 characters.
    #[shape(ROLE_ARN)]
    pub role_arn: Option<String>,
    /// How many seconds a presigned URL is valid, 60 to 3600, by default 3600.
    #[shape(EXPIRES_IN_SEC)]
    pub expires_in_sec: Option<i64>,
}
