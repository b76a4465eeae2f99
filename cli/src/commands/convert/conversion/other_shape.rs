//! Objects of which a shape declares no member.

use std::fmt;

use iot_jobs::shape::UnknownMembers;
use serde::{
    Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

/// How many names a message has, and how much of each.
const MAX_NAMES: usize = 5;
const MAX_NAME_CHARS: usize = 64;

/// Whether an object, which is valid JSON, has no members.
pub(super) fn is_empty(json: &[u8]) -> bool {
    let members = json.trim_ascii_start().strip_prefix(b"{");
    members.is_some_and(|members| members.trim_ascii_start().starts_with(b"}"))
}

/// The names of all members of an object, if a shape declares none of them; these are the unknown ones of its value.
pub(super) fn names(json: &[u8], unknown: &UnknownMembers) -> Option<String> {
    if unknown.is_empty() || has_declared(json, unknown) {
        return None;
    }
    let name = |(name, _): (&str, _)| name.chars().take(MAX_NAME_CHARS).collect::<String>();
    let names: Vec<_> = unknown.iter().take(MAX_NAMES).map(name).collect();
    let mut text = names.join(", ");
    if unknown.len() > MAX_NAMES {
        let more = (unknown.len() - MAX_NAMES).to_string();
        text.extend([" and ", &more, " more"]);
    }
    Some(text)
}

/// Whether an object has a member that is none of these; a declared one can be null, and is then not in the value.
fn has_declared(json: &[u8], unknown: &UnknownMembers) -> bool {
    let mut names = Names {
        unknown,
        has_declared: false,
    };
    let mut reader = serde_json::Deserializer::from_slice(json);
    // Ends with an error where the first declared member is found.
    let _ = reader.deserialize_map(&mut names);
    names.has_declared
}

/// Reads the names of an object until one is declared.
struct Names<'u> {
    unknown: &'u UnknownMembers,
    has_declared: bool,
}

impl<'de> Visitor<'de> for &mut Names<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if self.unknown.get(&name).is_none() {
                self.has_declared = true;
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use iot_jobs::{codec, shape::Shape, types::JobExecution};

    #[test]
    fn objects_without_members_are_empty() {
        for (json, is_empty) in [
            ("{}", true),
            (" \t{ \r\n } ", true),
            (r#"{"jobId":{}}"#, false),
            ("[]", false),
        ] {
            assert_eq!(super::is_empty(json.as_bytes()), is_empty, "{json}");
        }
    }

    #[test]
    fn names_are_those_of_objects_without_a_declared_member() {
        for (json, names) in [
            ("{}", None),
            (r#"{"jobId":"a"}"#, None),
            (r#"{"new":1,"jobId":"a"}"#, None),
            (r#"{"new":{"a":[]},"jobId":null}"#, None),
            (
                r#"{"nextToken":"a","jobs":[{"jobId":"a"}]}"#,
                Some("jobs, nextToken"),
            ),
            (r#"{"\u006eew":1}"#, Some("new")),
            (
                r#"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1}"#,
                Some("a, b, c, d, e and 2 more"),
            ),
        ] {
            let value: JobExecution = codec::from_str(json).unwrap();
            let found = super::names(json.as_bytes(), Shape::unknown_members(&value));
            assert_eq!(found.as_deref(), names, "{json}");
        }
    }
}
