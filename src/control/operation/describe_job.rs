//! Describing a job.

use iot_jobs_macros::{operation, shape};

use crate::control::types::Job;

/// Describes one job.
#[operation(GET "/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct DescribeJob;

/// The parameters of [`DescribeJob`].
#[shape]
pub struct DescribeJobInput {
    /// The name of the job to describe, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// Whether the document is returned with its placeholders instead of their values.
    #[shape(query)]
    pub before_substitution: Option<bool>,
}

/// The response to [`DescribeJob`].
#[shape(sdk(try_from, try_into))]
pub struct DescribeJobOutput {
    /// The S3 URL that the job document was read from.
    #[shape(JOB_DOCUMENT_SOURCE)]
    pub document_source: Option<String>,
    /// The requested job.
    pub job: Option<Job>,
}
