//! The error response of the service.

use std::{collections::BTreeMap, fmt};

use ::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use aws_smithy_types::base64;
use serde_json::value::RawValue;

use super::response;
use crate::{
    error::{Category, Error},
    path::Path,
    shape::Shape,
    text,
};

const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
/// The name that some gateways use for it.
const OTHER_REQUEST_ID: HeaderName = HeaderName::from_static("x-amz-request-id");

/// An error response of the service, with its whole body.
///
/// ```
/// use iot_jobs::http::ServiceError;
///
/// let response = ::http::Response::builder()
///     .status(404)
///     .header("x-amzn-errortype", "ResourceNotFoundException:http://internal.amazon.com/")
///     .body(r#"{"message": "no such job"}"#)?;
/// let error = ServiceError::from_response(&response);
/// assert_eq!(error.code(), Some("ResourceNotFoundException"));
/// assert!(error.is_not_found() && !error.is_retryable());
/// assert_eq!(error.to_string(), "404 ResourceNotFoundException: no such job");
/// # Ok::<(), ::http::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct ServiceError(Box<Parts>);

#[derive(Clone, PartialEq)]
struct Parts {
    status: StatusCode,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    content_type: Option<HeaderValue>,
    body: Vec<u8>,
}

impl ServiceError {
    /// The error of a response; its body is kept, also if it is not JSON.
    pub fn from_response(response: &Response<impl AsRef<[u8]>>) -> Self {
        let body = response.body().as_ref();
        let (headers, members) = (response.headers(), members(body));
        let code = header(headers, &ERROR_TYPE).and_then(|code| bare(&code));
        Self(Box::new(Parts {
            status: response.status(),
            code: code
                .or_else(|| bare(&member_text(&members, "__type")?))
                .or_else(|| bare(&member_text(&members, "code")?)),
            message: member_text(&members, "message").or_else(|| member_text(&members, "Message")),
            request_id: header(headers, &REQUEST_ID).or_else(|| header(headers, &OTHER_REQUEST_ID)),
            content_type: headers.get(CONTENT_TYPE).cloned(),
            body: body.to_vec(),
        }))
    }

    /// The error of an exception of the model, as a fake sends it.
    ///
    /// # Errors
    ///
    /// Fails if the shape is not an exception.
    pub fn from_exception<T: Shape>(exception: &T) -> Result<Self, Error> {
        let name = T::STRUCTURE.name;
        let status = T::STRUCTURE.error_status;
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        let status = status.ok_or_else(|| {
            let message = format!("{name} is not an exception of the model");
            Error::new(Category::Encode, Path::root(), message)
        })?;
        let mut response = response::write(status.as_u16(), exception)?;
        let headers = response.headers_mut();
        headers.insert(ERROR_TYPE, HeaderValue::from_static(name));
        Ok(Self::from_response(&response))
    }

    /// The response that a fake or proxy sends.
    pub fn to_response(&self) -> Response<Vec<u8>> {
        let mut response = Response::new(self.0.body.clone());
        *response.status_mut() = self.0.status;
        let headers = response.headers_mut();
        let header = |text: &Option<String>| HeaderValue::from_str(text.as_deref()?).ok();
        for (name, value) in [
            (CONTENT_TYPE, self.0.content_type.clone()),
            (ERROR_TYPE, header(&self.0.code)),
            (REQUEST_ID, header(&self.0.request_id)),
        ] {
            headers.extend(value.map(|value| (name, value)));
        }
        response
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The name of the error's shape, such as `ThrottlingException`, if the response contains it.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The whole message of the service; `Display` shows its start, without the queries of URLs.
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// The id by which AWS support finds the request, from the header `x-amzn-requestid`.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The whole body.
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// The resource that causes the conflict (`resourceId`), for conflicts.
    pub fn resource_id(&self) -> Option<String> {
        member_text(&members(&self.0.body), "resourceId")
    }

    /// The ARN of the resource that causes the conflict (`resourceArn`), for conflicts.
    pub fn resource_arn(&self) -> Option<String> {
        member_text(&members(&self.0.body), "resourceArn")
    }

    /// The bytes of a throttling error of the data plane (`payload`).
    pub fn payload(&self) -> Option<Vec<u8>> {
        base64::decode(member_text(&members(&self.0.body), "payload")?).ok()
    }

    /// The error as an exception of the model, if the code is that exception's name.
    pub fn exception<T: Shape>(&self) -> Option<Result<T, Error>> {
        (self.code() == Some(T::STRUCTURE.name)).then(|| response::decode(&self.0.body))
    }

    /// Whether the service throttles requests.
    pub fn is_throttling(&self) -> bool {
        // A gateway has its own codes, but the same status.
        self.0.status == StatusCode::TOO_MANY_REQUESTS || self.code() == Some("ThrottlingException")
    }

    /// Whether the job, execution, template or thing does not exist.
    pub fn is_not_found(&self) -> bool {
        self.code()
            .map_or(self.0.status == StatusCode::NOT_FOUND, |code| {
                code == "ResourceNotFoundException"
            })
    }

    /// Whether `expectedVersion` is not the execution's version.
    pub fn is_version_conflict(&self) -> bool {
        self.code() == Some("VersionConflictException")
    }

    /// Whether the same request may succeed later: throttling, or a failure of the service.
    pub fn is_retryable(&self) -> bool {
        self.is_throttling() || self.0.status.is_server_error()
    }
}

/// The members of a body that is a JSON object, each as its text.
fn members(body: &[u8]) -> BTreeMap<String, &RawValue> {
    serde_json::from_slice(body).unwrap_or_default()
}

/// A member that is a non-empty string.
fn member_text(members: &BTreeMap<String, &RawValue>, name: &str) -> Option<String> {
    let text: String = serde_json::from_str(members.get(name)?.get()).ok()?;
    (!text.is_empty()).then_some(text)
}

/// A header that is non-empty text.
fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let text = headers.get(name)?.to_str().ok()?;
    (!text.is_empty()).then(|| text.to_owned())
}

/// `com.amazonaws.iot#Code:http://…` as `Code`, unless that is empty.
fn bare(code: &str) -> Option<String> {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    let code = code.rsplit_once('#').map_or(code, |(_, code)| code).trim();
    (!code.is_empty()).then(|| code.to_owned())
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.status.as_u16())?;
        if let Some(code) = &self.0.code {
            write!(f, " {}", text::unquoted(code))?;
        }
        match &self.0.message {
            Some(message) => write!(f, ": {}", text::service_message(message)),
            None => Ok(()),
        }
    }
}

// The body may contain anything, and must not be logged.
impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "ServiceError({self}, body of {} bytes)",
            self.0.body.len()
        )
    }
}

impl std::error::Error for ServiceError {}
