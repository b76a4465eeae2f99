//! `DescribeJobExecution` over MQTT.

use iot_jobs_macros::shape;

use super::{Executions, Named, Publish, StatesExecutions};
use crate::{
    device::{
        topic::{Call, JobOrNext, ThingName},
        types::JobExecution,
    },
    error::Error,
    primitives::DateTime,
};

/// Requests one execution of the job in the topic.
#[shape(mqtt)]
pub struct DescribeJobExecutionRequest {
    /// The number of the execution, by default the latest one's.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// Whether the response has the job document, by default true.
    pub include_job_document: Option<bool>,
    /// A text that the response repeats.
    pub client_token: Option<String>,
    /// The job in the topic, or `$next`; in newer documentation only.
    #[shape(DESCRIBE_JOB_EXECUTION_JOB_ID)]
    pub job_id: Option<String>,
    /// The thing in the topic; in newer documentation only.
    #[shape(THING_NAME)]
    pub thing_name: Option<String>,
}

impl DescribeJobExecutionRequest {
    /// The request as this thing publishes it, for one job or for the next pending one.
    pub fn publish<'a>(
        &self,
        thing: impl Into<ThingName<'a>>,
        job: impl Into<JobOrNext<'a>>,
    ) -> Result<Publish, Error> {
        Publish::new(Call::describe(thing, job), self)
    }
}

/// The response to [`DescribeJobExecutionRequest`].
#[shape(mqtt)]
pub struct DescribeJobExecutionResponse {
    /// The execution, absent when `$next` was requested and no execution is pending.
    pub execution: Option<JobExecution>,
    /// When the service sent the response.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}

impl StatesExecutions for DescribeJobExecutionResponse {
    fn executions(&self) -> Option<Executions<'_>> {
        Some(Executions::Described(Named {
            sent_at: self.timestamp,
            execution: self.execution.as_ref(),
        }))
    }
}
