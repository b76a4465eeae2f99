//! Fetching a job document.

use iot_jobs_macros::{operation, shape};

/// Fetches the document of one job.
#[operation(GET "/jobs/{jobId}/job-document", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct GetJobDocument;

/// The parameters of [`GetJobDocument`].
#[shape]
pub struct GetJobDocumentInput {
    /// The name of the job whose document is fetched, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// Whether the document is returned with its placeholders instead of their values.
    #[shape(query)]
    pub before_substitution: Option<bool>,
}

/// The response to [`GetJobDocument`].
#[shape]
pub struct GetJobDocumentOutput {
    /// The job document, JSON text of at most 32768 bytes.
    #[shape(JOB_DOCUMENT)]
    pub document: Option<String>,
}
