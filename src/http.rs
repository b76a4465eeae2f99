//! Operations as HTTP messages of the `http` crate, for any client, fake or proxy.
//!
//! Needs the feature `http`. Nothing is sent from here: a request has a path and a query but no
//! host and no signature, which the client adds.
//!
//! ```
//! use iot_jobs::{http::Binding, operation::describe_job::{DescribeJob, DescribeJobInput}};
//!
//! let input = DescribeJobInput::builder().job_id("firmware 7").build()?;
//! let request = DescribeJob::to_request(&input)?;
//! assert_eq!((request.method().as_str(), request.uri().path()), ("GET", "/jobs/firmware%207"));
//!
//! // … send it, and with the response:
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
use crate::{error::Error, shape::Operation};

/// The HTTP messages of an operation, in both directions.
pub trait Binding: Operation {
    /// The request that a client sends.
    ///
    /// # Errors
    ///
    /// Fails if a label is missing, empty, `.` or `..`, or if a value cannot be encoded.
    fn to_request(input: &Self::Input) -> Result<Request<Vec<u8>>, Error> {
        request::write(&Self::FACTS, input)
    }

    /// The input of a request that a fake or proxy received; `AnyOperation::route` finds the operation.
    ///
    /// # Errors
    ///
    /// Fails if method and path are those of another operation, or a member does not decode.
    fn from_request(request: &Request<impl AsRef<[u8]>>) -> Result<Self::Input, Error> {
        request::read(&Self::FACTS, request)
    }

    /// The output of a response that a client received; an empty body is `{}`.
    ///
    /// # Errors
    ///
    /// Fails if the status is not a success, or the body does not decode.
    fn from_response(response: &Response<impl AsRef<[u8]>>) -> Result<Self::Output, ResponseError> {
        response::read(response)
    }

    /// The response that a fake or proxy sends.
    ///
    /// # Errors
    ///
    /// Fails if a value cannot be encoded.
    fn to_response(output: &Self::Output) -> Result<Response<Vec<u8>>, Error> {
        response::write(Self::FACTS.success_status, output)
    }
}

impl<O: Operation> Binding for O {}

/// The media type of every body.
const JSON: HeaderValue = HeaderValue::from_static("application/json");
