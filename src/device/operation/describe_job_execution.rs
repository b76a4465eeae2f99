//! `DescribeJobExecution` over HTTPS.

use iot_jobs_macros::{operation, shape};

use crate::device::types::JobExecution;

/// Describes one job execution of a thing.
#[operation(GET "/things/{thingName}/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException, TerminalStateException))]
pub struct DescribeJobExecution;

/// The parameters of [`DescribeJobExecution`].
#[shape]
pub struct DescribeJobExecutionInput {
    /// The name of the job whose execution is described, or `$next` for the thing's next one.
    #[shape(DESCRIBE_JOB_EXECUTION_JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// Whether the response has the job document, by default true.
    #[shape(query)]
    pub include_job_document: Option<bool>,
    /// The number of the execution, by default the latest one's.
    #[shape(EXECUTION_NUMBER, query)]
    pub execution_number: Option<i64>,
}

/// The response to [`DescribeJobExecution`].
#[shape]
pub struct DescribeJobExecutionOutput {
    /// The execution, absent when no execution is pending.
    pub execution: Option<JobExecution>,
}
