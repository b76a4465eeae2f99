//! The format of the ARNs of AWS IoT.

use super::{Constraint, THING_GROUP_NAME, THING_NAME};

/// Why a string is not the ARN of a resource.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ArnError<'t> {
    /// It does not have the format.
    Format,
    /// No resource of its type has this name.
    Name(&'t str, &'static Constraint),
}

/// Checks that a string is the ARN of an AWS IoT resource of one of these types, in any partition.
pub(crate) fn check<'t>(text: &'t str, types: &[&str]) -> Result<(), ArnError<'t>> {
    let (kind, name) = resource(text)
        .filter(|(kind, name)| types.contains(kind) && !name.is_empty() && !name.contains('/'))
        .ok_or(ArnError::Format)?;
    match name_constraint(kind) {
        Some(constraint) if !constraint.allows(name) => Err(ArnError::Name(name, constraint)),
        _ => Ok(()),
    }
}

/// The constraint of the names of a type of resource; the models have none for packages.
fn name_constraint(kind: &str) -> Option<&'static Constraint> {
    match kind {
        "thing" => Some(&THING_NAME),
        "thinggroup" => Some(&THING_GROUP_NAME),
        _ => None,
    }
}

/// The maximum length of the names of a type of resource, if the model has one.
#[cfg(feature = "proptest")]
pub(crate) fn max_name_length(kind: &str) -> Option<usize> {
    let [_, max, _] = name_constraint(kind)?.limit.bounds();
    // Limits are small integers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    max.map(|max| max as usize)
}

/// The type and the name of the resource of an ARN of AWS IoT; the name of a package is its version.
fn resource(text: &str) -> Option<(&str, &str)> {
    let (partition, rest) = until(text.strip_prefix("arn:")?, b':')?;
    let (_region, rest) = until(rest.strip_prefix("iot:")?, b':')?;
    let (_account, rest) = until(rest, b':')?;
    let (kind, mut name) = until(rest, b'/')?;
    if kind == "package" {
        let (_package, rest) = until(name, b'/')?;
        name = rest.strip_prefix("version/")?;
    }
    (partition == "aws" || partition.starts_with("aws-")).then_some((kind, name))
}

/// The text before the next separator, if it is not empty, and the text after it.
fn until(text: &str, separator: u8) -> Option<(&str, &str)> {
    // The parts are a few bytes long, too short for a general search to be fast.
    let end = text.bytes().position(|byte| byte == separator)?;
    let (part, rest) = text.split_at_checked(end)?;
    (!part.is_empty()).then_some((part, rest.get(1..)?))
}

/// The same as a pattern of a JSON Schema.
#[cfg(feature = "schemars")]
pub(crate) fn pattern(types: &[&str]) -> String {
    let resources: Vec<_> = types
        .iter()
        .map(|kind| match *kind {
            "package" => "package/[^/]+/version/[^/]+".to_owned(),
            kind => format!("{kind}/{}", name_pattern(kind)),
        })
        .collect();
    let resources = resources.join("|");
    format!("^arn:aws(?:-[^:]*)?:iot:[^:]+:[^:]+:(?:{resources})$")
}

/// The names of a type of resource as a part of a pattern.
#[cfg(feature = "schemars")]
fn name_pattern(kind: &str) -> String {
    let constraint = name_constraint(kind);
    let repeated = constraint.and_then(|constraint| constraint.pattern?.strip_suffix('+'));
    match (
        repeated,
        constraint.map(|constraint| constraint.limit.bounds()),
    ) {
        (Some(character), Some([Some(min), Some(max), _])) => format!("{character}{{{min},{max}}}"),
        _ => "[^/]+".to_owned(),
    }
}

/// The format of the ARNs of a type, for messages.
pub(crate) fn form(kind: &str) -> String {
    let tail = match kind {
        "package" => "NAME/version/VERSION",
        _ => "NAME",
    };
    format!("arn:aws:iot:REGION:ACCOUNT:{kind}/{tail}")
}
