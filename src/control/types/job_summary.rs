//! Summaries of jobs.

use iot_jobs_macros::shape;

use super::{JobStatus, TargetSelection};
use crate::primitives::DateTime;

/// The summary of a job in a list.
#[shape]
pub struct JobSummary {
    /// The job's Amazon Resource Name.
    pub job_arn: Option<String>,
    /// The name given to the job when it was created.
    #[shape(JOB_ID)]
    pub job_id: Option<String>,
    /// The id of the thing group the job was sent to.
    #[shape(THING_GROUP_ID)]
    pub thing_group_id: Option<String>,
    /// Whether things that join the targets later run the job too.
    pub target_selection: Option<TargetSelection>,
    /// The state of the job.
    pub status: Option<JobStatus>,
    /// When the job was created.
    pub created_at: Option<DateTime>,
    /// When the job last changed.
    pub last_updated_at: Option<DateTime>,
    /// When the job was completed.
    pub completed_at: Option<DateTime>,
    /// Whether executions are currently being rolled out or canceled.
    pub is_concurrent: Option<bool>,
}
