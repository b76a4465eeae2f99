//! Listing managed templates.

use iot_jobs_macros::{operation, shape};

use crate::control::types::ManagedJobTemplateSummary;

/// Lists the templates that AWS maintains, in pages.
#[operation(GET "/managed-job-templates", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalServerException))]
pub struct ListManagedJobTemplates;

/// The parameters of [`ListManagedJobTemplates`].
#[shape]
pub struct ListManagedJobTemplatesInput {
    /// Lists only the versions of the template of this name, 1 to 64 characters.
    #[shape(MANAGED_JOB_TEMPLATE_NAME, query)]
    pub template_name: Option<String>,
    /// The maximum number of entries per page, 1 to 250.
    #[shape(LASER_MAX_RESULTS, query)]
    pub max_results: Option<i32>,
    /// The token that the previous page returned, absent for the first page.
    #[shape(query)]
    pub next_token: Option<String>,
}

/// The response to [`ListManagedJobTemplates`].
#[shape]
pub struct ListManagedJobTemplatesOutput {
    /// The templates on this page.
    pub managed_job_templates: Option<Vec<ManagedJobTemplateSummary>>,
    /// The token of the next page, absent on the last one.
    pub next_token: Option<String>,
}
