//! The form of the ARNs of AWS IoT.

/// Whether a string is an ARN of a resource of AWS IoT of one of these types, in any partition.
///
/// Names are not looked into: they have constraints of their own, and the service knows them.
pub(super) fn names(text: &str, types: &[&str]) -> bool {
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next().unwrap_or_default();
    let (prefix, partition, service) = (next(), next(), next());
    let (region, account, resource) = (next(), next(), next());
    let (kind, name) = resource.split_once('/').unwrap_or_default();
    let named = match kind {
        "package" => {
            let (package, version) = name.split_once("/version/").unwrap_or_default();
            !package.is_empty() && !version.is_empty()
        }
        _ => !name.is_empty() && !name.contains('/'),
    };
    prefix == "arn"
        && (partition == "aws" || partition.starts_with("aws-"))
        && service == "iot"
        && !region.is_empty()
        && !account.is_empty()
        && types.contains(&kind)
        && named
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
pub(super) fn form(kind: &str) -> String {
    let tail = match kind {
        "package" => "NAME/version/VERSION",
        _ => "NAME",
    };
    format!("arn:aws:iot:REGION:ACCOUNT:{kind}/{tail}")
}
