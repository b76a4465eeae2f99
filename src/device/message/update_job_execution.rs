//! `UpdateJobExecution` over MQTT.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::Publish;
#[cfg(feature = "proptest")]
use crate::facts::draft::Members;
use crate::{
    device::{
        topic::{Call, JobId, ThingName},
        types::{JobDocument, JobExecutionState, JobExecutionStatus},
    },
    error::Error,
    primitives::DateTime,
};

/// Reports the state of an execution of the job in the topic.
#[shape(mqtt, consistency = settable_status)]
pub struct UpdateJobExecutionRequest {
    /// The new state: `IN_PROGRESS`, `SUCCEEDED`, `FAILED` or `REJECTED`.
    #[shape(rule = JobExecutionStatus::check_settable)]
    pub status: JobExecutionStatus,
    /// At most 10 names and values that replace the reported ones; absent leaves them unchanged.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// The version that the execution must have, or the request is rejected.
    #[shape(EXPECTED_VERSION)]
    pub expected_version: Option<i64>,
    /// The number of the execution.
    #[shape(EXECUTION_NUMBER)]
    pub execution_number: Option<i64>,
    /// Whether the response has the state of the execution, by default false.
    pub include_job_execution_state: Option<bool>,
    /// Whether the response has the job document, by default false.
    pub include_job_document: Option<bool>,
    /// The minutes until the execution times out unless a later request sets them again, 1 to 10080; -1
    /// clears the timer.
    #[shape(STEP_TIMEOUT_IN_MINUTES)]
    pub step_timeout_in_minutes: Option<i64>,
    /// A text that the response repeats.
    pub client_token: Option<String>,
}

#[cfg(feature = "proptest")]
fn settable_status(members: &mut Members<'_>) {
    JobExecutionStatus::make_settable(members, UpdateJobExecutionRequest::STATUS);
}

impl UpdateJobExecutionRequest {
    /// The request as this thing publishes it, for one job.
    ///
    /// ```
    /// use iot_jobs::device::{
    ///     message::UpdateJobExecutionRequest,
    ///     topic::{JobId, ThingName},
    ///     types::JobExecutionStatus,
    /// };
    ///
    /// let update = UpdateJobExecutionRequest::builder()
    ///     .status(JobExecutionStatus::Succeeded)
    ///     .expected_version(2)
    ///     .build()?;
    /// let publish = update.publish(ThingName::new("lamp")?, JobId::new("firmware-7")?)?;
    /// assert_eq!(publish.topic, "$aws/things/lamp/jobs/firmware-7/update");
    /// assert_eq!(publish.payload, br#"{"status":"SUCCEEDED","expectedVersion":2}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn publish<'a>(
        &self,
        thing: impl Into<ThingName<'a>>,
        job: impl Into<JobId<'a>>,
    ) -> Result<Publish, Error> {
        Publish::new(Call::update(thing, job), self)
    }
}

/// The response to [`UpdateJobExecutionRequest`].
#[shape(mqtt)]
pub struct UpdateJobExecutionResponse {
    /// The state of the execution after the update, if requested.
    pub execution_state: Option<JobExecutionState>,
    /// The job document, if requested.
    #[shape(JOB_DOCUMENT)]
    pub job_document: Option<JobDocument>,
    /// When the service sent the response.
    pub timestamp: Option<DateTime>,
    /// The token of the request.
    pub client_token: Option<String>,
}
