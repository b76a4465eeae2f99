//! The form of the ARNs of AWS IoT.

/// Whether a string is an ARN of a resource of AWS IoT of one of these types, in any partition.
///
/// Names are not looked into: they have constraints of their own, and the service knows them.
pub(super) fn names(text: &str, types: &[&str]) -> bool {
    let Some((partition, rest)) = text.strip_prefix("arn:").and_then(part) else {
        return false;
    };
    let Some((region, rest)) = rest.strip_prefix("iot:").and_then(part) else {
        return false;
    };
    let Some((account, resource)) = part(rest) else {
        return false;
    };
    let (kind, name) = resource.split_once('/').unwrap_or_default();
    let named = match kind {
        "package" => {
            let (package, version) = name.split_once("/version/").unwrap_or_default();
            !package.is_empty() && !version.is_empty()
        }
        _ => !name.is_empty() && !name.contains('/'),
    };
    (partition == "aws" || partition.starts_with("aws-"))
        && !region.is_empty()
        && !account.is_empty()
        && types.contains(&kind)
        && named
}

/// What stands before the next colon, and behind it.
fn part(text: &str) -> Option<(&str, &str)> {
    // The parts are a few bytes long, which a search for a pattern would not be quick for.
    let end = text.bytes().position(|byte| byte == b':')?;
    let (part, rest) = text.split_at_checked(end)?;
    Some((part, rest.get(1..)?))
}

/// The same as a pattern of a JSON Schema.
#[cfg(feature = "schemars")]
pub(crate) fn pattern(types: &[&str]) -> String {
    let resources: Vec<_> = types
        .iter()
        .map(|kind| match *kind {
            "package" => "package/.+/version/.+".to_owned(),
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
