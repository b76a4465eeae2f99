//! Signed links to S3 objects.

use iot_jobs_macros::shape;

/// How the S3 links in a job document are signed.
#[shape]
pub struct PresignedUrlConfig {
    /// The ARN of the role that may read the linked S3 objects, 20 to 2048 characters.
    #[shape(ROLE_ARN)]
    pub role_arn: Option<String>,
    /// How many seconds a link stays valid, 60 to 3600, by default 3600.
    #[shape(EXPIRES_IN_SEC)]
    pub expires_in_sec: Option<i64>,
}
