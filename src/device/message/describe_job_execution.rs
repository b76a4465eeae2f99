//! Reading one job execution, over MQTT.

use iot_jobs_macros::shape;

use crate::{device::types::JobExecution, primitives::DateTime};

/// Asks for one execution; which job's, the topic says.
#[shape(mqtt)]
pub struct DescribeJobExecutionRequest {
    /// Which execution of the job on the thing to describe, by default the latest.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// Whether the answer holds the job document, by default true.
    pub include_job_document: Option<bool>,
    /// A text of the device's own that comes back in the answer.
    pub client_token: Option<String>,
    /// The job of the topic once more, or `$next`, as newer documentation has it.
    #[shape(DESCRIBE_JOB_EXECUTION_JOB_ID)]
    pub job_id: Option<String>,
    /// The thing of the topic once more, as newer documentation has it.
    #[shape(THING_NAME)]
    pub thing_name: Option<String>,
}

/// The answer to [`DescribeJobExecutionRequest`].
#[shape(mqtt)]
pub struct DescribeJobExecutionResponse {
    /// The execution asked for, absent when `$next` was and the thing has nothing to do.
    pub execution: Option<JobExecution>,
    /// When the service sent the answer.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}
