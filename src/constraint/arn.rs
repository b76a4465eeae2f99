//! The format of the ARNs of AWS IoT.

/// Whether a string is the ARN of an AWS IoT resource of one of these types, in any partition.
///
/// Names are not checked here.
pub(crate) fn names(text: &str, types: &[&str]) -> bool {
    resource(text).is_some_and(|(kind, name)| {
        types.contains(&kind) && !name.is_empty() && !name.bytes().any(|byte| byte == b'/')
    })
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
            kind => format!("{kind}/[^/]+"),
        })
        .collect();
    let resources = resources.join("|");
    format!("^arn:aws(?:-[^:]*)?:iot:[^:]+:[^:]+:(?:{resources})$")
}

/// The format of the ARNs of a type, for messages.
pub(crate) fn form(kind: &str) -> String {
    let tail = match kind {
        "package" => "NAME/version/VERSION",
        _ => "NAME",
    };
    format!("arn:aws:iot:REGION:ACCOUNT:{kind}/{tail}")
}
