//! Operations as HTTP messages of the `http` crate, for any client, fake or proxy.
//!
//! Needs the feature `http`. Nothing is sent from here: a request has a path and a query but no
//! host and no signature, which are the client's to add.
//!
//! ```
//! use iot_jobs::{http::Binding, operation::describe_job::{DescribeJob, DescribeJobInput}};
//!
//! let input = DescribeJobInput::builder().job_id("firmware 7").build()?;
//! let request = DescribeJob::to_request(&input)?;
//! assert_eq!((request.method().as_str(), request.uri().path()), ("GET", "/jobs/firmware%207"));
//!
//! // … send it, and with the answer:
//! let response = ::http::Response::new(r#"{"job": {"jobId": "firmware 7"}}"#);
//! let output = DescribeJob::from_response(&response)?;
//! assert_eq!(output.job().and_then(|job| job.job_id()), Some("firmware 7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod request;
mod response;
mod service_error;

use ::http::{HeaderValue, Request, Response};

pub use self::{response::ResponseError, service_error::ServiceError};
use crate::{error::Error, operation::Operation};

/// An operation's two ways over HTTP, each in both directions.
pub trait Binding: Operation {
    /// The request that a client sends.
    ///
    /// Fails if a label is missing, empty, `.` or `..`, or if a value has no form on the wire.
    fn to_request(input: &Self::Input) -> Result<Request<Vec<u8>>, Error> {
        request::write(&Self::FACTS, input)
    }

    /// The input of a request that a fake or proxy got.
    ///
    /// Fails if method and path are another operation's, or a member is not what it should be.
    fn from_request(request: &Request<impl AsRef<[u8]>>) -> Result<Self::Input, Error> {
        request::read(&Self::FACTS, request)
    }

    /// The output of an answer that a client got; an empty body is `{}`.
    fn from_response(response: &Response<impl AsRef<[u8]>>) -> Result<Self::Output, ResponseError> {
        response::read(response)
    }

    /// The answer that a fake or proxy gives.
    fn to_response(output: &Self::Output) -> Result<Response<Vec<u8>>, Error> {
        response::write(Self::FACTS.success_status, output)
    }
}

impl<O: Operation> Binding for O {}

/// The media type of every body.
const JSON: HeaderValue = HeaderValue::from_static("application/json");
