//! Listing job templates.

use iot_jobs_macros::{operation, shape};

use crate::control::types::JobTemplateSummary;

/// Lists the job templates of the account, in pages.
#[operation(GET "/job-templates", errors(InvalidRequestException, ThrottlingException, InternalFailureException))]
pub struct ListJobTemplates;

/// The parameters of [`ListJobTemplates`].
#[shape]
pub struct ListJobTemplatesInput {
    /// The maximum number of entries per page, 1 to 250.
    #[shape(LASER_MAX_RESULTS, query)]
    pub max_results: Option<i32>,
    /// The token that the previous page returned, absent for the first page.
    #[shape(query)]
    pub next_token: Option<String>,
}

/// The response to [`ListJobTemplates`].
#[shape]
pub struct ListJobTemplatesOutput {
    /// The templates on this page.
    pub job_templates: Option<Vec<JobTemplateSummary>>,
    /// The token of the next page, absent on the last one.
    pub next_token: Option<String>,
}
