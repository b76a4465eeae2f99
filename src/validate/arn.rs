//! The form of the ARNs of AWS IoT.

/// Whether a string is an ARN of a resource of AWS IoT of one of these types, in any partition.
///
/// Names are not looked into: they have constraints of their own, and the service knows them.
pub(super) fn names(text: &str, types: &[&str]) -> bool {
    resource(text).is_some_and(|(kind, name)| {
        types.contains(&kind) && !name.is_empty() && !name.bytes().any(|byte| byte == b'/')
    })
}

/// The type of the resource that an ARN of AWS IoT names, and its name; of a package its version.
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

/// What stands before the next such character, which is not nothing, and what stands behind it.
fn until(text: &str, separator: u8) -> Option<(&str, &str)> {
    // The parts are a few bytes long, which a search for a pattern would not be quick for.
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
