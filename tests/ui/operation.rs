//! Bindings that are not written as an operation's.

use iot_jobs_macros::operation;

/// An operation.
#[operation(GET "/jobs", fails(ThrottlingException))]
pub struct Word;

/// An operation.
#[operation(GET "/jobs")]
pub struct NoErrors;

/// An operation.
#[operation]
pub struct Nothing;

/// An operation.
#[operation("/jobs", errors())]
pub struct NoMethod;

/// An operation.
#[operation(FETCH "/jobs", errors())]
pub struct Method;

/// An operation.
#[operation(GET "jobs", errors())]
pub struct Uri;

/// An operation.
#[operation(GET "/jobs", errors())]
pub struct Full {
    /// A member.
    pub member: String,
}

fn main() {}
