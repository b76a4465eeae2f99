//! Listing a job's executions.

use iot_jobs_macros::{operation, shape};

use crate::control::types::{JobExecutionStatus, JobExecutionSummaryForJob};

/// Lists one job's executions on all things, in pages.
#[operation(GET "/jobs/{jobId}/things", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct ListJobExecutionsForJob;

/// The parameters of [`ListJobExecutionsForJob`].
#[shape]
pub struct ListJobExecutionsForJobInput {
    /// The name of the job whose executions are listed, 1 to 64 characters.
    #[shape(JOB_ID, label, required)]
    pub job_id: Option<String>,
    /// Lists only executions in this state.
    #[shape(query)]
    pub status: Option<JobExecutionStatus>,
    /// The maximum number of entries per page, 1 to 250.
    #[shape(LASER_MAX_RESULTS, query)]
    pub max_results: Option<i32>,
    /// The token that the previous page returned, absent for the first page.
    #[shape(query)]
    pub next_token: Option<String>,
}

/// The response to [`ListJobExecutionsForJob`].
#[shape]
pub struct ListJobExecutionsForJobOutput {
    /// The executions on this page.
    pub execution_summaries: Option<Vec<JobExecutionSummaryForJob>>,
    /// The token of the next page, absent on the last one.
    pub next_token: Option<String>,
}
