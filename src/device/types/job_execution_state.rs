//! The part of a job execution that a device changes.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::JobExecutionStatus;

/// How far an execution is, as the service has it.
#[shape]
pub struct JobExecutionState {
    /// The state of the execution.
    pub status: Option<JobExecutionStatus>,
    /// What the device reported about its progress, at most 10 names and values.
    #[shape(DETAILS_MAP)]
    pub status_details: Option<HashMap<String, String>>,
    /// A counter that each update by the device raises by one.
    #[shape(VERSION_NUMBER)]
    pub version_number: Option<i64>,
}
