//! Deleting an execution.

use iot_jobs_macros::{operation, shape};

/// Deletes one execution of one job on one thing.
#[operation(DELETE "/things/{thingName}/jobs/{jobId}/executionNumber/{executionNumber}", errors(InvalidRequestException, InvalidStateTransitionException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct DeleteJobExecution;

/// The parameters of [`DeleteJobExecution`].
#[shape]
pub struct DeleteJobExecutionInput {
    /// The name of the job whose execution is deleted, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// The number of the execution to delete.
    #[shape(EXECUTION_NUMBER, label, required)]
    pub execution_number: Option<i64>,
    /// Whether an execution in progress may be deleted too, by default only one that has ended.
    #[shape(query)]
    pub force: Option<bool>,
    /// The namespace whose MQTT topics carry the notifications of the job.
    #[shape(NAMESPACE_ID, query)]
    pub namespace_id: Option<String>,
}

/// The response to [`DeleteJobExecution`], which has no members.
#[shape]
pub struct DeleteJobExecutionOutput {}
