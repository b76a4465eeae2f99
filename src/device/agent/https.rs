//! The agent over HTTPS, for devices without MQTT.
//!
//! The same [`Agent`](super::Agent), without notifications: pass each message that it publishes to [`request`], send the
//! request with any client, and pass what [`response`] makes of the answer to [`Agent::message`](super::Agent::message).
//! Call [`subscribed`](super::Agent::subscribed) at once, and set the [poll interval](super::Config::poll_interval) to the
//! time in which an execution should begin. A namespace cannot be used.
//!
//! ```
//! use std::time::Duration;
//!
//! use iot_jobs::device::{agent::{Agent, Config, Output, https}, topic::ThingName};
//!
//! let config = Config::new(ThingName::new("lamp")?).poll_interval(Duration::from_secs(60));
//! let mut agent = Agent::new(config, None);
//! agent.connected(Duration::ZERO);
//! agent.subscribed(Duration::ZERO);
//! while let Some(output) = agent.poll_output() {
//!     if let Output::Publish(publish) = output {
//!         let request = https::request(&publish)?;
//!         assert_eq!(request.uri().path(), "/things/lamp/jobs/%24next");
//!         // Sign and send it; without an answer, pass nothing: the agent sends it again.
//!         let answer = ::http::Response::new("{}");
//!         let (topic, payload) = https::response(&publish, &answer)?;
//!         agent.message(Duration::ZERO, &topic, &payload);
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use ::http::{Request, Response};

use crate::{
    codec,
    device::{
        message::{
            DescribeJobExecutionResponse, ErrorCode, ErrorResponse,
            GetPendingJobExecutionsResponse, Message, Publish,
            StartNextPendingJobExecutionResponse, UpdateJobExecutionResponse,
        },
        operation::{
            describe_job_execution::{DescribeJobExecution, DescribeJobExecutionInput},
            get_pending_job_executions::{GetPendingJobExecutions, GetPendingJobExecutionsInput},
            start_next_pending_job_execution::{
                StartNextPendingJobExecution, StartNextPendingJobExecutionInput,
            },
            update_job_execution::{UpdateJobExecution, UpdateJobExecutionInput},
        },
        topic::{Call, Topic},
    },
    error::{BuildError, Category, Error},
    http::{Binding, ServiceError},
    path::Path,
    shape::Shape,
};

/// The HTTPS request of a message that the agent publishes.
///
/// # Errors
///
/// Fails if the message is not a request of the agent, or has a namespace.
pub fn request(publish: &Publish) -> Result<Request<Vec<u8>>, Error> {
    let (call, message) = decode(publish)?;
    if call.namespace().is_some() {
        return Err(error("no request over HTTPS has a namespace"));
    }
    let thing = call.thing().as_str();
    let job = call.job_level().unwrap_or_default();
    match message {
        Message::GetPendingJobExecutionsRequest(_) => {
            let input = GetPendingJobExecutionsInput::builder().thing_name(thing);
            GetPendingJobExecutions::to_request(&built(input.build())?)
        }
        Message::StartNextPendingJobExecutionRequest(sent) => {
            let input = StartNextPendingJobExecutionInput::builder()
                .thing_name(thing)
                .set_status_details(sent.status_details)
                .set_step_timeout_in_minutes(sent.step_timeout_in_minutes);
            StartNextPendingJobExecution::to_request(&built(input.build())?)
        }
        Message::DescribeJobExecutionRequest(sent) => {
            let input = DescribeJobExecutionInput::builder()
                .thing_name(thing)
                .job_id(job)
                .set_execution_number(sent.execution_number)
                .set_include_job_document(sent.include_job_document);
            DescribeJobExecution::to_request(&built(input.build())?)
        }
        Message::UpdateJobExecutionRequest(sent) => {
            let input = UpdateJobExecutionInput::builder()
                .thing_name(thing)
                .job_id(job)
                .status(sent.status)
                .set_status_details(sent.status_details)
                .set_step_timeout_in_minutes(sent.step_timeout_in_minutes)
                .set_expected_version(sent.expected_version)
                .set_execution_number(sent.execution_number)
                .set_include_job_execution_state(sent.include_job_execution_state)
                .set_include_job_document(sent.include_job_document);
            UpdateJobExecution::to_request(&built(input.build())?)
        }
        _ => Err(error("not a request of an agent")),
    }
}

/// The topic and the payload of the MQTT message that says the same as the answer to a request.
///
/// # Errors
///
/// Fails if the answer has a success status and does not decode.
pub fn response(
    publish: &Publish,
    answer: &Response<impl AsRef<[u8]>>,
) -> Result<(String, Vec<u8>), Error> {
    let (call, message) = decode(publish)?;
    let token = message.client_token().map(str::to_owned);
    if !answer.status().is_success() {
        let service_error = ServiceError::from_response(answer);
        let rejected = ErrorResponse::builder()
            .code(code(&service_error))
            .set_message(service_error.message().map(str::to_owned))
            .set_client_token(token)
            .build();
        return Ok((call.rejected().to_string(), codec::to_vec(&rejected)?));
    }
    let body = answer.body().as_ref();
    let payload = match message {
        Message::GetPendingJobExecutionsRequest(_) => {
            let mut accepted: GetPendingJobExecutionsResponse = read(body)?;
            accepted.client_token = token;
            codec::to_vec(&accepted)?
        }
        Message::StartNextPendingJobExecutionRequest(_) => {
            let mut accepted: StartNextPendingJobExecutionResponse = read(body)?;
            accepted.client_token = token;
            codec::to_vec(&accepted)?
        }
        Message::DescribeJobExecutionRequest(_) => {
            let mut accepted: DescribeJobExecutionResponse = read(body)?;
            accepted.client_token = token;
            codec::to_vec(&accepted)?
        }
        _ => {
            let mut accepted: UpdateJobExecutionResponse = read(body)?;
            accepted.client_token = token;
            codec::to_vec(&accepted)?
        }
    };
    Ok((call.accepted().to_string(), payload))
}

/// The code of the error response over MQTT.
fn code(error: &ServiceError) -> ErrorCode {
    match error.code() {
        Some("InvalidStateTransitionException") => ErrorCode::InvalidStateTransition,
        Some("TerminalStateException") => ErrorCode::TerminalStateReached,
        _ if error.is_version_conflict() => ErrorCode::VersionMismatch,
        _ if error.is_throttling() => ErrorCode::RequestThrottled,
        _ if error.is_not_found() => ErrorCode::ResourceNotFound,
        _ if error.status().is_server_error() => ErrorCode::InternalError,
        _ => ErrorCode::InvalidRequest,
    }
}

fn decode(publish: &Publish) -> Result<(Call<'_>, Message), Error> {
    let topic = Topic::parse(&publish.topic).map_err(|cause| error(&cause.to_string()))?;
    let message = Message::decode(&topic, &publish.payload)?;
    match topic {
        Topic::Request(call) => Ok((call, message)),
        _ => Err(error("not the topic of a request")),
    }
}

fn read<T: Shape>(body: &[u8]) -> Result<T, Error> {
    match body.trim_ascii() {
        b"" => codec::from_str("{}"),
        _ => codec::from_slice(body),
    }
}

fn built<T>(input: Result<T, BuildError>) -> Result<T, Error> {
    input.map_err(|cause| error(&cause.to_string()))
}

fn error(message: &str) -> Error {
    Error::new(Category::Encode, Path::root(), message.to_owned())
}
