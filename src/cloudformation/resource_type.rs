//! The types of resources that configure jobs.

use std::{fmt, sync::OnceLock};

use super::property::{self, Property};
use crate::{
    control::operation::{
        create_job::CreateJobInput, create_job_template::CreateJobTemplateInput,
        update_job::UpdateJobInput,
    },
    facts::{Location, Member, Structure},
    shape::Shape,
};

/// A type of resource that configures jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResourceType {
    /// `AWS::IoT::Job`.
    Job,
    /// `AWS::IoT::JobTemplate`.
    JobTemplate,
    /// `AWS::GreengrassV2::Deployment`, of which only `IotJobConfiguration` configures the job.
    GreengrassDeployment,
}

impl ResourceType {
    /// Every type.
    pub const ALL: &[Self] = &[Self::Job, Self::JobTemplate, Self::GreengrassDeployment];

    /// The name of the type in a template.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Job => "AWS::IoT::Job",
            Self::JobTemplate => "AWS::IoT::JobTemplate",
            Self::GreengrassDeployment => "AWS::GreengrassV2::Deployment",
        }
    }

    /// The type with this name.
    pub fn find(name: &str) -> Option<Self> {
        let mut types = Self::ALL.iter().copied();
        types.find(|kind| kind.as_str() == name)
    }

    /// The property of a resource that contains [`properties`](Self::properties), if it is not the resource itself.
    pub const fn container(self) -> Option<&'static str> {
        match self {
            Self::Job | Self::JobTemplate => None,
            Self::GreengrassDeployment => Some("IotJobConfiguration"),
        }
    }

    /// The properties that configure the job, in the order of the API's members.
    pub fn properties(self) -> &'static [Property] {
        static PROPERTIES: [OnceLock<Vec<Property>>; 3] = [const { OnceLock::new() }; 3];
        let [job, template, deployment] = &PROPERTIES;
        let properties = match self {
            Self::Job => job,
            Self::JobTemplate => template,
            Self::GreengrassDeployment => deployment,
        };
        properties.get_or_init(|| property::of(self))
    }

    /// The properties that every resource has and that no template sets.
    pub const fn read_only(self) -> &'static [&'static str] {
        match self {
            Self::Job => &["Arn", "CreatedAt"],
            Self::JobTemplate => &["Arn"],
            Self::GreengrassDeployment => &[],
        }
    }

    /// The input of the operation that gets the properties.
    pub(super) const fn input(self) -> &'static Structure {
        match self {
            Self::JobTemplate => &CreateJobTemplateInput::STRUCTURE,
            Self::Job | Self::GreengrassDeployment => &CreateJobInput::STRUCTURE,
        }
    }

    /// Whether the resource has a property for a member of the input.
    pub(super) fn has(self, member: &Member) -> bool {
        const DEPLOYMENT: [&Member; 3] = [
            CreateJobInput::JOB_EXECUTIONS_ROLLOUT_CONFIG,
            CreateJobInput::ABORT_CONFIG,
            CreateJobInput::TIMEOUT_CONFIG,
        ];
        match self {
            Self::Job => member.wire_name != CreateJobInput::NAMESPACE_ID.wire_name,
            Self::JobTemplate => true,
            Self::GreengrassDeployment => DEPLOYMENT
                .iter()
                .any(|kept| kept.wire_name == member.wire_name),
        }
    }

    /// Whether a change of a member replaces the resource: no operation updates it.
    pub(super) fn creates_only(self, member: &Member) -> bool {
        // Operations of their own update the tags of a job.
        const TAGS: &str = CreateJobInput::TAGS.wire_name;
        // UpdateJob has this member, and the resource does not use it.
        const RETRIES: &str = CreateJobInput::JOB_EXECUTIONS_RETRY_CONFIG.wire_name;
        let of_update = UpdateJobInput::STRUCTURE.member(member.wire_name);
        let is_updated = of_update.is_some_and(|member| member.location == Location::Body);
        match (self, member.wire_name) {
            (Self::Job, TAGS) => false,
            (Self::Job, name) => !is_updated || name == RETRIES,
            (Self::JobTemplate | Self::GreengrassDeployment, _) => true,
        }
    }
}

impl fmt::Display for ResourceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
