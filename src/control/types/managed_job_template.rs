//! Templates that AWS maintains, and their parameters.

use iot_jobs_macros::shape;

/// A managed template, one that AWS maintains, in brief.
#[shape]
pub struct ManagedJobTemplateSummary {
    /// The managed template's Amazon Resource Name.
    #[shape(JOB_TEMPLATE_ARN)]
    pub template_arn: Option<String>,
    /// The name of the managed template, such as `AWS-Reboot`, 1 to 64 characters.
    #[shape(MANAGED_JOB_TEMPLATE_NAME)]
    pub template_name: Option<String>,
    /// What jobs made from the template do, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// The operating systems the template is made for, such as `LINUX`.
    #[shape(ENVIRONMENTS)]
    pub environments: Option<Vec<String>>,
    /// The version of the managed template, such as `1.0`.
    #[shape(MANAGED_TEMPLATE_VERSION)]
    pub template_version: Option<String>,
}

/// A parameter in the document of a managed template.
#[shape]
pub struct DocumentParameter {
    /// The name the placeholder has in the document, 1 to 128 characters.
    #[shape(PARAMETER_KEY)]
    pub key: Option<String>,
    /// What the value is used for, in at most 2028 characters.
    #[shape(JOB_DESCRIPTION)]
    pub description: Option<String>,
    /// The regular expression a value has to match.
    pub regex: Option<String>,
    /// A value that would do.
    #[shape(EXAMPLE)]
    pub example: Option<String>,
    /// Whether a job may leave the parameter out.
    pub optional: Option<bool>,
}
