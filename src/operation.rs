//! What is declared about an operation: its name, its HTTP binding, its shapes and its errors.

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

/// The lists that the modules of operations keep.
const LISTS: &[&[Facts]] = &[crate::control::operation::OPERATIONS];

/// The facts of every operation, a plane's after another's.
///
/// ```
/// use iot_jobs::operation;
///
/// let mut deletions = operation::all().filter(|facts| facts.method == "DELETE");
/// assert_eq!(deletions.next().map(|facts| facts.name), Some("DeleteJob"));
/// ```
pub fn all() -> impl Iterator<Item = &'static Facts> {
    LISTS.iter().flat_map(|list| list.iter())
}
