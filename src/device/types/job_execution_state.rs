//! The part of a job execution that devices update.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::JobExecutionStatus;

/// The state of an execution at the service.
#[shape]
pub struct JobExecutionState {
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// The status details that the device reported, at most 10 names and values.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// A counter that each update by the device increments.
    #[shape(VERSION_NUMBER)]
    pub version_number: Option<i64>,
}
