//! Summaries of job templates.

use iot_jobs_macros::shape;

use crate::primitives::DateTime;

/// The summary of a job template in a list.
#[shape]
pub struct JobTemplateSummary {
    /// The job template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub job_template_arn: Option<String>,
    /// The name given to the job template when it was created.
    #[shape(JOB_TEMPLATE_ID)]
    pub job_template_id: Option<String>,
    /// What the template is for, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// When the template was created.
    pub created_at: Option<DateTime>,
}
