//! Requests as a client publishes them.

use super::{
    DescribeJobExecutionRequest, GetPendingJobExecutionsRequest,
    StartNextPendingJobExecutionRequest, UpdateJobExecutionRequest,
};
use crate::{
    codec,
    device::topic::{Call, JobId, JobOrNext, ThingName},
    error::Error,
    shape::Shape,
};

/// What a client publishes, at least once (quality of service 1) if it is not to be lost.
///
/// Within a namespace the topic is that of a [`Call`] which names it, and the payload the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Publish {
    /// The topic.
    pub topic: String,
    /// The payload, canonical JSON.
    pub payload: Vec<u8>,
}

impl Publish {
    fn new(call: Call<'_>, request: &impl Shape) -> Result<Self, Error> {
        Ok(Self {
            topic: call.request().to_string(),
            payload: codec::to_vec(request)?,
        })
    }
}

impl GetPendingJobExecutionsRequest {
    /// The request as this thing sends it.
    pub fn publish<'a>(&self, thing: impl Into<ThingName<'a>>) -> Result<Publish, Error> {
        Publish::new(Call::get_pending(thing), self)
    }
}

impl StartNextPendingJobExecutionRequest {
    /// The request as this thing sends it.
    pub fn publish<'a>(&self, thing: impl Into<ThingName<'a>>) -> Result<Publish, Error> {
        Publish::new(Call::start_next(thing), self)
    }
}

impl DescribeJobExecutionRequest {
    /// The request as this thing sends it, about a job of this name or about the next one.
    pub fn publish<'a>(
        &self,
        thing: impl Into<ThingName<'a>>,
        job: impl Into<JobOrNext<'a>>,
    ) -> Result<Publish, Error> {
        Publish::new(Call::describe(thing, job), self)
    }
}

impl UpdateJobExecutionRequest {
    /// The request as this thing sends it, about the job of this name.
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
