//! The shape that a payload looks like.

use std::{borrow::Cow, collections::BTreeMap};

use iot_jobs::{
    catalog::{self, ShapeEntry},
    facts::{Kind, Member},
};
use serde_json::value::RawValue;

/// The members of a payload with the texts of their values.
type Members<'t> = BTreeMap<Cow<'t, str>, &'t RawValue>;

/// The name of the only request, response, message or event that has all members of a JSON object, with values
/// of their types, and whose required members the object has.
pub(super) fn looks_like(text: &str) -> Option<String> {
    let members: Members<'_> = serde_json::from_str(text).ok()?;
    let candidates = catalog::shapes().filter(|entry| is_payload(*entry));
    let mut candidates: Vec<_> = candidates.filter(|it| has_members(*it, &members)).collect();
    if candidates.len() > 1 {
        // Payloads of several operations have members of the same names, with other members inside.
        candidates.retain(|entry| {
            let value = entry.decode(text);
            value.is_ok_and(|value| value.unknown().is_empty())
        });
    }
    match candidates[..] {
        [entry] => Some(entry.name()),
        _ => None,
    }
}

/// Whether values of this shape are sent as a whole, and are not errors.
fn is_payload(entry: ShapeEntry) -> bool {
    let name = entry.name();
    let suffix = name.ends_with("Request") || name.ends_with("Response");
    let prefix = name.starts_with("mqtt.") || name.starts_with("event.");
    (suffix || prefix) && entry.structure().error_status.is_none()
}

/// Whether a shape has these members, and they are enough to distinguish it from other JSON.
fn has_members(entry: ShapeEntry, members: &Members<'_>) -> bool {
    const DISTINCTIVE: usize = 3;
    let structure = entry.structure();
    let is_present = |member: &Member| {
        let value = members.get(member.wire_name);
        value.is_some_and(|value| value.get() != "null")
    };
    let mut required = structure.members.iter().filter(|it| it.required);
    let mut nested = false;
    let declared = members.iter().all(|(name, value)| {
        structure.member(name).is_some_and(|member| {
            nested |= matches!(member.kind, Kind::Structure(_) | Kind::List(_));
            has_type(value.get(), member.kind)
        })
    });
    declared && required.all(is_present) && (nested || members.len() >= DISTINCTIVE)
}

/// Whether the text of a value has the JSON type of a kind.
fn has_type(text: &str, kind: Kind) -> bool {
    let start = text.bytes().next().unwrap_or_default();
    match kind {
        _ if start == b'n' => true,
        Kind::String | Kind::Blob | Kind::Enum(_) => start == b'"',
        Kind::Boolean => matches!(start, b't' | b'f'),
        Kind::Integer | Kind::Long | Kind::Double => matches!(start, b'-' | b'0'..=b'9'),
        Kind::Timestamp => matches!(start, b'-' | b'0'..=b'9' | b'"'),
        Kind::Structure(_) | Kind::Map(_) => start == b'{',
        Kind::List(_) => start == b'[',
        _ => true,
    }
}
