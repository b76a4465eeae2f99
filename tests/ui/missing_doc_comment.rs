//! What carries no sentence is refused, and all that lack one are named at once.

use iot_jobs_macros::{operation, shape};

#[shape]
pub struct Undocumented {
    /// The name.
    pub name: String,
}

/// A shape.
#[shape]
pub struct Members {
    pub first: String,
    ///
    pub second: Option<bool>,
    #[doc(hidden)]
    pub third: Option<i32>,
}

#[operation(GET "/jobs", errors())]
pub struct ListJobs;

fn main() {}
