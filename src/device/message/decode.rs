//! From a topic and a payload to the one message they are.

use super::{
    DescribeJobExecutionRequest, DescribeJobExecutionResponse, ErrorResponse,
    GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse, JobExecutionsChanged,
    NextJobExecutionChanged, StartNextPendingJobExecutionRequest,
    StartNextPendingJobExecutionResponse, UpdateJobExecutionRequest, UpdateJobExecutionResponse,
};
use crate::{
    codec,
    device::topic::{Call, Topic},
    error::Error,
    event::{JobEvent, JobExecutionEvent},
};

/// What a payload on a Jobs topic is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Message {
    /// A device asks for its pending executions.
    GetPendingJobExecutionsRequest(GetPendingJobExecutionsRequest),
    /// The service lists them.
    GetPendingJobExecutionsResponse(GetPendingJobExecutionsResponse),
    /// A device asks for the next execution, started.
    StartNextPendingJobExecutionRequest(StartNextPendingJobExecutionRequest),
    /// The service has started it.
    StartNextPendingJobExecutionResponse(StartNextPendingJobExecutionResponse),
    /// A device asks for one execution.
    DescribeJobExecutionRequest(DescribeJobExecutionRequest),
    /// The service describes it.
    DescribeJobExecutionResponse(DescribeJobExecutionResponse),
    /// A device reports progress.
    UpdateJobExecutionRequest(UpdateJobExecutionRequest),
    /// The service has stored it.
    UpdateJobExecutionResponse(UpdateJobExecutionResponse),
    /// The service refused a request; the topic says which.
    ErrorResponse(ErrorResponse),
    /// The pending executions are others now.
    JobExecutionsChanged(JobExecutionsChanged),
    /// The next execution is another now.
    NextJobExecutionChanged(NextJobExecutionChanged),
    /// Something happened to a job.
    JobEvent(JobEvent),
    /// Something happened to an execution.
    JobExecutionEvent(JobExecutionEvent),
}

impl Message {
    /// Decodes the payload of a topic.
    ///
    /// ```
    /// use iot_jobs::device::{message::Message, topic::Topic};
    ///
    /// let topic = Topic::parse("$aws/things/lamp/jobs/$next/get/accepted")?;
    /// match Message::decode(&topic, br#"{"timestamp": 1787750000}"#)? {
    ///     Message::DescribeJobExecutionResponse(answer) => assert_eq!(answer.execution(), None),
    ///     other => panic!("{other:?}"),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decode(topic: &Topic<'_>, payload: &[u8]) -> Result<Self, Error> {
        match topic {
            Topic::Request(call) => Self::decode_request(call, payload),
            Topic::Accepted(call) => Self::decode_answer(call, payload),
            Topic::Rejected(_) => codec::from_slice(payload).map(Self::ErrorResponse),
            Topic::Notify { .. } | Topic::NotifyOfJob { .. } => {
                codec::from_slice(payload).map(Self::JobExecutionsChanged)
            }
            Topic::NotifyNext { .. } => {
                codec::from_slice(payload).map(Self::NextJobExecutionChanged)
            }
            Topic::JobEvent { .. } => codec::from_slice(payload).map(Self::JobEvent),
            Topic::JobExecutionEvent { .. } => {
                codec::from_slice(payload).map(Self::JobExecutionEvent)
            }
        }
    }

    fn decode_request(call: &Call<'_>, payload: &[u8]) -> Result<Self, Error> {
        match call {
            Call::GetPending { .. } => {
                codec::from_slice(payload).map(Self::GetPendingJobExecutionsRequest)
            }
            Call::StartNext { .. } => {
                codec::from_slice(payload).map(Self::StartNextPendingJobExecutionRequest)
            }
            Call::Describe { .. } => {
                codec::from_slice(payload).map(Self::DescribeJobExecutionRequest)
            }
            Call::Update { .. } => codec::from_slice(payload).map(Self::UpdateJobExecutionRequest),
        }
    }

    fn decode_answer(call: &Call<'_>, payload: &[u8]) -> Result<Self, Error> {
        match call {
            Call::GetPending { .. } => {
                codec::from_slice(payload).map(Self::GetPendingJobExecutionsResponse)
            }
            Call::StartNext { .. } => {
                codec::from_slice(payload).map(Self::StartNextPendingJobExecutionResponse)
            }
            Call::Describe { .. } => {
                codec::from_slice(payload).map(Self::DescribeJobExecutionResponse)
            }
            Call::Update { .. } => codec::from_slice(payload).map(Self::UpdateJobExecutionResponse),
        }
    }

    /// The token of a request, or the one that an answer or refusal gives back.
    pub fn client_token(&self) -> Option<&str> {
        match self {
            Self::GetPendingJobExecutionsRequest(request) => request.client_token(),
            Self::StartNextPendingJobExecutionRequest(request) => request.client_token(),
            Self::DescribeJobExecutionRequest(request) => request.client_token(),
            Self::UpdateJobExecutionRequest(request) => request.client_token(),
            Self::GetPendingJobExecutionsResponse(answer) => answer.client_token(),
            Self::StartNextPendingJobExecutionResponse(answer) => answer.client_token(),
            Self::DescribeJobExecutionResponse(answer) => answer.client_token(),
            Self::UpdateJobExecutionResponse(answer) => answer.client_token(),
            Self::ErrorResponse(refusal) => refusal.client_token(),
            Self::JobExecutionsChanged(_)
            | Self::NextJobExecutionChanged(_)
            | Self::JobEvent(_)
            | Self::JobExecutionEvent(_) => None,
        }
    }

    /// Whether this answers, or refuses, the request with this token.
    ///
    /// ```
    /// use iot_jobs::device::{
    ///     message::{GetPendingJobExecutionsRequest, Message, client_token},
    ///     topic::{ThingName, Topic},
    /// };
    ///
    /// let token = client_token();
    /// let request = GetPendingJobExecutionsRequest::builder().client_token(&token).build();
    /// let publish = request.publish(ThingName::new("lamp")?)?;
    /// assert_eq!(publish.topic, "$aws/things/lamp/jobs/get");
    ///
    /// # let payload = publish.payload.clone(); // stands in for what the service sends
    /// let topic = Topic::parse("$aws/things/lamp/jobs/get/accepted")?;
    /// let answer = Message::decode(&topic, &payload)?;
    /// assert!(answer.answers(&token));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn answers(&self, client_token: &str) -> bool {
        let answer = matches!(
            self,
            Self::GetPendingJobExecutionsResponse(_)
                | Self::StartNextPendingJobExecutionResponse(_)
                | Self::DescribeJobExecutionResponse(_)
                | Self::UpdateJobExecutionResponse(_)
                | Self::ErrorResponse(_)
        );
        answer && self.client_token() == Some(client_token)
    }
}
