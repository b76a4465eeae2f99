//! Describing a managed template.

use iot_jobs_macros::{operation, shape};

use crate::control::types::DocumentParameter;

/// Describes one managed template and its parameters.
#[operation(GET "/managed-job-templates/{templateName}", errors(InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalServerException))]
pub struct DescribeManagedJobTemplate;

/// The parameters of [`DescribeManagedJobTemplate`].
#[shape]
pub struct DescribeManagedJobTemplateInput {
    /// The name of the managed template to describe, 1 to 64 characters.
    #[shape(MANAGED_JOB_TEMPLATE_NAME, label, required)]
    pub template_name: Option<String>,
    /// The version to describe, such as `1.0`, by default the template's default version.
    #[shape(MANAGED_TEMPLATE_VERSION, query)]
    pub template_version: Option<String>,
}

/// The response to [`DescribeManagedJobTemplate`].
#[shape]
pub struct DescribeManagedJobTemplateOutput {
    /// The name of the managed template, such as `AWS-Reboot`, 1 to 64 characters.
    #[shape(MANAGED_JOB_TEMPLATE_NAME)]
    pub template_name: Option<String>,
    /// The managed template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub template_arn: Option<String>,
    /// What jobs created from the template do, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// The version of the managed template, such as `1.0`.
    #[shape(MANAGED_TEMPLATE_VERSION)]
    pub template_version: Option<String>,
    /// The operating systems that the template supports, such as `LINUX`.
    #[shape(ENVIRONMENTS)]
    pub environments: Option<Vec<String>>,
    /// The parameters that a job created from the template sets.
    pub document_parameters: Option<Vec<DocumentParameter>>,
    /// The job document with its placeholders, JSON text of at most 32768 bytes.
    #[shape(JOB_DOCUMENT)]
    pub document: Option<String>,
}
