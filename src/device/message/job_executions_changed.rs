//! The notification of a changed list of executions.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use crate::{
    device::types::{JobExecutionStatus, JobExecutionSummary},
    primitives::DateTime,
};

/// Tells which executions the thing has yet to finish, whenever one comes or goes.
#[shape(mqtt)]
pub struct JobExecutionsChanged {
    /// When the service sent the notification.
    pub timestamp: Option<DateTime>,
    /// At most 10 executions, 15 with scheduled jobs, by their state; empty once all are finished.
    pub jobs: Option<HashMap<JobExecutionStatus, Vec<JobExecutionSummary>>>,
}

impl JobExecutionsChanged {
    /// The executions in this state; a state that is not there has none.
    ///
    /// ```
    /// use iot_jobs::{
    ///     codec,
    ///     device::{message::JobExecutionsChanged, types::JobExecutionStatus},
    /// };
    ///
    /// let changed: JobExecutionsChanged = codec::from_str(
    ///     r#"{"timestamp": 10011, "jobs": {"QUEUED": [{"jobId": "j"}], "SOMEDAY": []}}"#,
    /// )?;
    /// let queued = changed.jobs_with(&JobExecutionStatus::Queued);
    /// assert_eq!(queued[0].job_id(), Some("j"));
    /// assert!(changed.jobs_with(&JobExecutionStatus::InProgress).is_empty());
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn jobs_with(&self, status: &JobExecutionStatus) -> &[JobExecutionSummary] {
        let listed = self.jobs.as_ref().and_then(|jobs| jobs.get(status));
        listed.map_or(&[], Vec::as_slice)
    }
}
