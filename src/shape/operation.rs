//! The trait of operations.

use super::Shape;
use crate::facts::OperationFacts;

/// An operation of either plane's API.
///
/// ```
/// use iot_jobs::{operation::describe_job::DescribeJob, shape::Operation};
///
/// let facts = DescribeJob::FACTS;
/// assert_eq!((facts.method, facts.uri), ("GET", "/jobs/{jobId}"));
/// ```
pub trait Operation {
    /// The type of the request.
    type Input: Shape;
    /// The type of the response.
    type Output: Shape;

    /// The declared facts.
    const FACTS: OperationFacts;
}
