//! Listing a thing's executions.

use iot_jobs_macros::{operation, shape};

use crate::control::types::{JobExecutionStatus, JobExecutionSummaryForThing};

/// Lists one thing's executions of all jobs, in pages.
#[operation(GET "/things/{thingName}/jobs", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException))]
pub struct ListJobExecutionsForThing;

/// The parameters of [`ListJobExecutionsForThing`].
#[shape]
pub struct ListJobExecutionsForThingInput {
    /// The thing's name in the registry, 1 to 128 characters.
    #[shape(THING_NAME, label, required)]
    pub thing_name: Option<String>,
    /// Lists only executions in this state.
    #[shape(query)]
    pub status: Option<JobExecutionStatus>,
    /// The namespace of the jobs whose executions are listed.
    #[shape(NAMESPACE_ID, query)]
    pub namespace_id: Option<String>,
    /// The maximum number of entries per page, 1 to 250.
    #[shape(LASER_MAX_RESULTS, query)]
    pub max_results: Option<i32>,
    /// The token that the previous page returned, absent for the first page.
    #[shape(query)]
    pub next_token: Option<String>,
    /// Lists only executions of the job of this name, 1 to 64 characters.
    #[shape(JOB_ID, query)]
    pub job_id: Option<String>,
}

/// The response to [`ListJobExecutionsForThing`].
#[shape]
pub struct ListJobExecutionsForThingOutput {
    /// The executions on this page.
    pub execution_summaries: Option<Vec<JobExecutionSummaryForThing>>,
    /// The token of the next page, absent on the last one.
    pub next_token: Option<String>,
}
