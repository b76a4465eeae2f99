//! What a client publishes to send a request.

use crate::{codec, device::topic::Call, error::Error, shape::Shape};

/// What a client publishes to send a request; quality of service 1 makes sure that it is delivered.
///
/// Within a namespace the topic is that of a [`Call`] that names it, and the payload is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Publish {
    /// The topic.
    pub topic: String,
    /// The payload, canonical JSON.
    pub payload: Vec<u8>,
}

impl Publish {
    pub(in crate::device) fn new(call: Call<'_>, request: &impl Shape) -> Result<Self, Error> {
        Ok(Self {
            topic: call.request().to_string(),
            payload: codec::to_vec(request)?,
        })
    }
}
