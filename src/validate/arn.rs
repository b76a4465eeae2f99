//! The form of the ARNs of AWS IoT.

/// Whether a string is an ARN of a resource of AWS IoT of one of these types, in any partition.
///
/// Names are not looked into: they have constraints of their own, and the service knows them.
pub(super) fn names(text: &str, types: &[&str]) -> bool {
    named_resource(text, types).unwrap_or(false)
}

fn named_resource(text: &str, types: &[&str]) -> Option<bool> {
    let (partition, rest) = until(text.strip_prefix("arn:")?, b':')?;
    let (region, rest) = until(rest.strip_prefix("iot:")?, b':')?;
    let (account, resource) = until(rest, b':')?;
    let (kind, name) = until(resource, b'/')?;
    let name = match kind {
        "package" => {
            let (package, version) = until(name, b'/')?;
            let version = version.strip_prefix("version/")?;
            (!package.is_empty()).then_some(version)?
        }
        _ => name,
    };
    let named = !name.is_empty() && !name.bytes().any(|byte| byte == b'/');
    Some(
        (partition == "aws" || partition.starts_with("aws-"))
            && !region.is_empty()
            && !account.is_empty()
            && types.contains(&kind)
            && named,
    )
}

/// What stands before the next such character, and behind it.
fn until(text: &str, separator: u8) -> Option<(&str, &str)> {
    // The parts are a few bytes long, which a search for a pattern would not be quick for.
    let end = text.bytes().position(|byte| byte == separator)?;
    let (part, rest) = text.split_at_checked(end)?;
    Some((part, rest.get(1..)?))
}

/// The same as a pattern of a JSON Schema.
#[cfg(feature = "schemars")]
pub(crate) fn pattern(types: &[&str]) -> String {
    let resources: Vec<_> = types
        .iter()
        .map(|kind| match *kind {
            "package" => "package/[^/]+/version/[^/]+".to_owned(),
            kind => format!("{kind}/[^/]+"),
        })
        .collect();
    let resources = resources.join("|");
    format!("^arn:aws(?:-[^:]*)?:iot:[^:]+:[^:]+:(?:{resources})$")
}

/// The form of the ARNs of a type.
pub(crate) fn form(kind: &str) -> String {
    let tail = match kind {
        "package" => "NAME/version/VERSION",
        _ => "NAME",
    };
    format!("arn:aws:iot:REGION:ACCOUNT:{kind}/{tail}")
}
