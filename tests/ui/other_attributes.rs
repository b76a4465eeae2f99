//! Attributes of others, which would seem to do something.

use iot_jobs_macros::{operation, shape};

/// A shape.
#[shape]
pub struct Member {
    /// Something with a default.
    #[serde(default, rename = "jobId")]
    pub job_id: Option<String>,
}

/// A shape.
#[shape]
#[derive(Clone)]
pub struct Derived {
    /// Something.
    pub job_id: Option<String>,
}

/// An operation.
#[operation(GET "/jobs", errors())]
#[derive(Clone)]
pub struct ListJobs;

fn main() {}
