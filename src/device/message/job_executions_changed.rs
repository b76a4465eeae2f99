//! The notification of changed pending executions.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use super::{Executions, StatesExecutions};
#[cfg(feature = "proptest")]
use crate::facts::draft::{JsonTree, Members};
use crate::{
    device::types::{JobExecutionStatus, JobExecutionSummary},
    primitives::DateTime,
};

/// Lists the thing's pending executions, whenever one is added or removed.
#[shape(mqtt, consistency = list_by_status)]
pub struct JobExecutionsChanged {
    /// When the service sent the notification.
    pub timestamp: Option<DateTime>,
    /// At most 10 executions, 15 with scheduled jobs, by their state; empty when none is pending.
    pub jobs: Option<HashMap<JobExecutionStatus, Vec<JobExecutionSummary>>>,
}

/// Names the lists of executions by the states that this version knows.
#[cfg(feature = "proptest")]
fn list_by_status(members: &mut Members<'_>) {
    members.change(JobExecutionsChanged::JOBS, |jobs| {
        let JsonTree::Object(lists) = jobs else {
            return;
        };
        lists.truncate(JobExecutionStatus::values().len());
        for ((name, _), status) in lists.iter_mut().zip(JobExecutionStatus::values()) {
            (*status).clone_into(name);
        }
        lists.sort_by(|(one, _), (other, _)| one.cmp(other));
    });
}

impl JobExecutionsChanged {
    /// The executions in this state, of which there may be none.
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

impl StatesExecutions for JobExecutionsChanged {
    fn executions(&self) -> Option<Executions<'_>> {
        let jobs = self.jobs.as_ref()?.iter();
        let executions = jobs.flat_map(|(status, jobs)| jobs.iter().map(move |job| (status, job)));
        Some(Executions::List {
            sent_at: self.timestamp,
            executions: executions.collect(),
        })
    }
}
