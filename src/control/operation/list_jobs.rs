//! Listing jobs.

use iot_jobs_macros::{operation, shape};

use crate::control::types::{JobStatus, JobSummary, TargetSelection};

/// Lists the jobs of the account, in pages.
#[operation(GET "/jobs", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct ListJobs;

/// The parameters of [`ListJobs`].
#[shape]
pub struct ListJobsInput {
    /// Lists only jobs in this state.
    #[shape(query)]
    pub status: Option<JobStatus>,
    /// Lists only continuous jobs, or only snapshot jobs.
    #[shape(query)]
    pub target_selection: Option<TargetSelection>,
    /// The maximum number of entries per page, 1 to 250.
    #[shape(LASER_MAX_RESULTS, query)]
    pub max_results: Option<i32>,
    /// The token that the previous page returned, absent for the first page.
    #[shape(query)]
    pub next_token: Option<String>,
    /// Lists only jobs sent to the thing group of this name, 1 to 128 characters.
    #[shape(THING_GROUP_NAME, query)]
    pub thing_group_name: Option<String>,
    /// Lists only jobs sent to the thing group of this id, 1 to 128 characters.
    #[shape(THING_GROUP_ID, query)]
    pub thing_group_id: Option<String>,
    /// The namespace of the jobs to list.
    #[shape(NAMESPACE_ID, query)]
    pub namespace_id: Option<String>,
}

/// The response to [`ListJobs`].
#[shape]
pub struct ListJobsOutput {
    /// The jobs on this page.
    pub jobs: Option<Vec<JobSummary>>,
    /// The token of the next page, absent on the last one.
    pub next_token: Option<String>,
}
