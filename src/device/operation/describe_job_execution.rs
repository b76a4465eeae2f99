//! Describing one job execution.

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
    /// Whether the answer holds the job document, by default true.
    #[shape(query)]
    pub include_job_document: Option<bool>,
    /// Which execution of the job on the thing to describe, by default the latest.
    #[shape(EXECUTION_NUMBER, query)]
    pub execution_number: Option<i64>,
}

/// The answer to [`DescribeJobExecution`].
#[shape]
pub struct DescribeJobExecutionOutput {
    /// The execution asked for, absent when the thing has nothing to do.
    pub execution: Option<JobExecution>,
}
