//! What is declared about an operation: its name, its HTTP binding, its shapes and its errors.

#[cfg(feature = "catalog")]
mod catalog;
mod uri;

#[cfg(feature = "catalog")]
pub use self::catalog::{Entry, all, find};
#[cfg(feature = "http")]
pub(crate) use self::uri::Segment;
pub use crate::control::operation::*;
use crate::shape::{Shape, Structure};

/// An operation of either plane's API.
///
/// ```
/// use iot_jobs::operation::{Operation, describe_job::DescribeJob};
///
/// let facts = DescribeJob::FACTS;
/// assert_eq!((facts.method, facts.uri), ("GET", "/jobs/{jobId}"));
/// ```
pub trait Operation {
    /// What the caller sends.
    type Input: Shape;
    /// What a call that succeeds gives back.
    type Output: Shape;

    /// The declared facts.
    const FACTS: Facts;
}

/// The declared facts of an operation.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Facts {
    /// The model's name.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The URI template, with labels in braces.
    pub uri: &'static str,
    /// The HTTP status of a success.
    pub success_status: u16,
    /// The input's facts.
    pub input: Structure,
    /// The output's facts.
    pub output: Structure,
    /// The error shapes that the model lists, in its order.
    pub errors: &'static [Structure],
}
