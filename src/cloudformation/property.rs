//! The properties of resources, derived from the members of the API.

use super::{
    ResourceType,
    exceptions::{self, Change},
};
use crate::{
    constraint::Constraint,
    facts::{Kind, Member, Structure},
};

/// A property of a resource, and the member of the API that it sets.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Property {
    /// The name in a template, such as `JobExecutionsRolloutConfig`.
    pub name: String,
    /// The member that it sets, with the kind and the limits of the value.
    pub member: &'static Member,
    /// Whether it is required.
    pub required: bool,
    /// Whether a change replaces the resource.
    pub create_only: bool,
    /// The minimum of a number or of a length, if it differs from that of the member.
    pub min: Option<f64>,
    /// Whether its value is any JSON.
    pub any_json: bool,
    /// The properties of the objects in its value.
    pub properties: Vec<Property>,
}

/// The properties of a type of resource.
pub(super) fn of(resource: ResourceType) -> Vec<Property> {
    let input = resource.input();
    let members = input.members.iter().filter(|member| resource.has(member));
    members
        .map(|member| property(resource, input, member, resource.creates_only(member)))
        .collect()
}

fn property(
    resource: ResourceType,
    structure: &Structure,
    member: &'static Member,
    create_only: bool,
) -> Property {
    let mut property = Property {
        name: capitalized(member.wire_name),
        member,
        required: member.required,
        create_only,
        min: None,
        any_json: false,
        properties: Vec::new(),
    };
    for change in exceptions::of(resource, structure, member) {
        match change {
            Change::Name(name) => name.clone_into(&mut property.name),
            Change::Required => property.required = true,
            Change::Min(min) => property.min = Some(min),
            Change::AnyJson => property.any_json = true,
        }
    }
    if let Some(inner) = property.structure()
        && !property.any_json
    {
        let members = inner.members.iter();
        let properties = members.map(|member| self::property(resource, inner, member, create_only));
        property.properties = properties.collect();
    }
    property
}

impl Property {
    /// The names by which people may know the property: its name, and those of its member elsewhere.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let others = exceptions::names(self.member).map(str::to_owned);
        [self.name.clone(), capitalized(self.member.wire_name)]
            .into_iter()
            .chain(others)
    }

    /// The structure of the objects in its value.
    pub(super) fn structure(&self) -> Option<&'static Structure> {
        match self.member.kind {
            Kind::Structure(structure) => Some(structure),
            Kind::List(Kind::Structure(structure)) => Some(*structure),
            _ => None,
        }
    }
}

/// A member's name in a template, unless there is an exception.
fn capitalized(wire_name: &str) -> String {
    let mut characters = wire_name.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// The minimum of a number in the API.
pub(super) fn api_min(constraint: &Constraint) -> Option<f64> {
    constraint.min.or(constraint.documented.min.map(f64::from))
}

/// The maximum of a number in the API.
pub(super) fn api_max(constraint: &Constraint) -> Option<f64> {
    constraint.documented.max.map(f64::from).or(constraint.max)
}
