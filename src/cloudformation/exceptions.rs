//! Where the resources differ from the API.

use super::ResourceType::{self, GreengrassDeployment, JobTemplate};
use crate::{
    control::types::{
        ExponentialRolloutRate, JobExecutionsRetryConfig, JobExecutionsRolloutConfig,
        PresignedUrlConfig, Tag, TimeoutConfig,
    },
    facts::{Member, Structure},
    shape::Shape,
};

/// How a property differs from the member that it sets.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    /// It has this name.
    Name(&'static str),
    /// It is required.
    Required,
    /// Its number or its length has this minimum.
    Min(f64),
    /// Its value is any JSON.
    AnyJson,
}

type Exception = (&'static [ResourceType], Structure, &'static Member, Change);

static EXCEPTIONS: [Exception; 9] = [
    (
        &[JobTemplate],
        JobExecutionsRolloutConfig::STRUCTURE,
        JobExecutionsRolloutConfig::EXPONENTIAL_RATE,
        Change::Name("ExponentialRolloutRate"),
    ),
    (
        &[JobTemplate],
        JobExecutionsRetryConfig::STRUCTURE,
        JobExecutionsRetryConfig::CRITERIA_LIST,
        Change::Name("RetryCriteriaList"),
    ),
    (
        &[JobTemplate, GreengrassDeployment],
        ExponentialRolloutRate::STRUCTURE,
        ExponentialRolloutRate::INCREMENT_FACTOR,
        Change::Min(1.0),
    ),
    (
        &[JobTemplate],
        PresignedUrlConfig::STRUCTURE,
        PresignedUrlConfig::ROLE_ARN,
        Change::Required,
    ),
    (
        &[JobTemplate],
        TimeoutConfig::STRUCTURE,
        TimeoutConfig::IN_PROGRESS_TIMEOUT_IN_MINUTES,
        Change::Required,
    ),
    (
        &[GreengrassDeployment],
        TimeoutConfig::STRUCTURE,
        TimeoutConfig::IN_PROGRESS_TIMEOUT_IN_MINUTES,
        Change::Min(0.0),
    ),
    (
        ResourceType::ALL,
        Tag::STRUCTURE,
        Tag::VALUE,
        Change::Required,
    ),
    (&[JobTemplate], Tag::STRUCTURE, Tag::VALUE, Change::Min(1.0)),
    // The resource takes the members of Greengrass here, which its schema does not list.
    (
        &[GreengrassDeployment],
        ExponentialRolloutRate::STRUCTURE,
        ExponentialRolloutRate::RATE_INCREASE_CRITERIA,
        Change::AnyJson,
    ),
];

/// What is different for a member of a structure in a type of resource.
pub(super) fn of(
    resource: ResourceType,
    structure: &Structure,
    member: &Member,
) -> impl Iterator<Item = Change> {
    let applies = move |(resources, owner, changed, _): &&Exception| {
        resources.contains(&resource)
            && owner.name == structure.name
            && changed.wire_name == member.wire_name
    };
    EXCEPTIONS
        .iter()
        .filter(applies)
        .map(|(.., change)| *change)
}

/// The names that a member has in other types of resources.
pub(super) fn names(member: &Member) -> impl Iterator<Item = &'static str> {
    EXCEPTIONS.iter().filter_map(|(_, _, changed, change)| {
        let same = changed.wire_name == member.wire_name && changed.kind == member.kind;
        match change {
            Change::Name(name) if same => Some(*name),
            _ => None,
        }
    })
}
