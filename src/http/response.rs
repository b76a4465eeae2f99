//! An output as a response, and a response as an output or an error.

use std::fmt;

use ::http::{Response, StatusCode, header::CONTENT_TYPE};

use super::{JSON, ServiceError};
use crate::{
    codec,
    error::{Category, Error},
    path::Path,
    shape::Shape,
};

/// The response to a request is not the operation's output.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResponseError {
    /// The service rejected the request.
    Service(ServiceError),
    /// The service accepted the request, but its response does not decode.
    Unreadable(Unreadable),
}

/// A successful response that does not decode.
#[non_exhaustive]
pub struct Unreadable {
    /// What is wrong with the body.
    pub error: Error,
    /// The whole body.
    pub body: Vec<u8>,
}

/// The output of a response.
pub(super) fn read<T: Shape>(response: &Response<impl AsRef<[u8]>>) -> Result<T, ResponseError> {
    if !response.status().is_success() {
        return Err(ResponseError::Service(ServiceError::from_response(
            response,
        )));
    }
    let body = response.body().as_ref();
    decode(body).map_err(|error| {
        let body = body.to_vec();
        ResponseError::Unreadable(Unreadable { error, body })
    })
}

/// The value of a body, of which an empty one is an empty object.
pub(super) fn decode<T: Shape>(body: &[u8]) -> Result<T, Error> {
    match body.trim_ascii() {
        b"" => codec::from_str("{}"),
        _ => codec::from_slice(body),
    }
}

/// The response of a value.
pub(super) fn write<T: Shape>(status: u16, value: &T) -> Result<Response<Vec<u8>>, Error> {
    let status = StatusCode::from_u16(status);
    let status =
        status.map_err(|error| Error::new(Category::Encode, Path::root(), error.to_string()))?;
    let mut response = Response::new(codec::to_vec(value)?);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    Ok(response)
}

// The body may contain anything and must not be logged.
impl fmt::Debug for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Unreadable({}, body of {} bytes)",
            self.error,
            self.body.len()
        )
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Unreadable(unreadable) => {
                write!(f, "the response does not decode: {}", unreadable.error)
            }
        }
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Service(error) => Some(error),
            Self::Unreadable(unreadable) => Some(&unreadable.error),
        }
    }
}
