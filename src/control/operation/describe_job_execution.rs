//! Describing an execution.

use iot_jobs_macros::{operation, shape};

use crate::control::types::JobExecution;

/// Describes one job's execution on one thing.
#[operation(GET "/things/{thingName}/jobs/{jobId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct DescribeJobExecution;

/// The parameters of [`DescribeJobExecution`].
#[shape]
pub struct DescribeJobExecutionInput {
    /// The name of the job whose execution is described, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// The number of the execution to describe.
    #[shape(EXECUTION_NUMBER, query)]
    pub execution_number: Option<i64>,
}

/// The response to [`DescribeJobExecution`].
#[shape]
pub struct DescribeJobExecutionOutput {
    /// The requested execution.
    pub execution: Option<JobExecution>,
}
