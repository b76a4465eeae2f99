//! Templates that AWS maintains, and their parameters.

use iot_jobs_macros::shape;

/// The summary of a managed template, which AWS maintains.
#[shape]
pub struct ManagedJobTemplateSummary {
    /// The managed template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub template_arn: Option<String>,
    /// The name of the managed template, such as `AWS-Reboot`, 1 to 64 characters.
    #[shape(MANAGED_JOB_TEMPLATE_NAME)]
    pub template_name: Option<String>,
    /// What jobs created from the template do, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// The operating systems that the template supports, such as `LINUX`.
    #[shape(ENVIRONMENTS)]
    pub environments: Option<Vec<String>>,
    /// The version of the managed template, such as `1.0`.
    #[shape(MANAGED_TEMPLATE_VERSION)]
    pub template_version: Option<String>,
}

/// A parameter in the document of a managed template.
#[shape]
pub struct DocumentParameter {
    /// The name of the placeholder in the document, 1 to 128 characters.
    #[shape(PARAMETER_KEY)]
    pub key: Option<String>,
    /// What the value is used for, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// The regular expression that a value must match.
    pub regex: Option<String>,
    /// An example of a value.
    #[shape(EXAMPLE)]
    pub example: Option<String>,
    /// Whether a job may omit the parameter.
    pub optional: Option<bool>,
}
