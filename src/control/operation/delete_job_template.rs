//! Deleting a job template.

use iot_jobs_macros::{operation, shape};

/// Deletes one job template.
#[operation(DELETE "/job-templates/{jobTemplateId}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalFailureException))]
pub struct DeleteJobTemplate;

/// The parameters of [`DeleteJobTemplate`].
#[shape]
pub struct DeleteJobTemplateInput {
    /// The name of the template to delete, 1 to 64 characters.
    #[shape(JOB_TEMPLATE_ID, label, required)]
    pub job_template_id: Option<String>,
}

/// The response to [`DeleteJobTemplate`], which has no members.
#[shape]
pub struct DeleteJobTemplateOutput {}
