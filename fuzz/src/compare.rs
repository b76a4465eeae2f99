//! Compares a shape's JSON before decoding and after encoding, member by member.

use iot_jobs::{
    catalog::ShapeEntry,
    constraint::Constraint,
    facts::{Kind, Structure},
    primitives::{DateTime, DateTimeFormat},
};
use serde_json::Value;

use crate::{
    json::Json,
    policy::{self, integer, micros},
    round_trip::check_error,
};

/// Checks that a shape decodes exactly what the wire policy accepts, and encodes every member's value again.
pub fn check(entry: &ShapeEntry, json: &[u8], is_input: bool) {
    let structure = entry.structure();
    let decoded = entry.decode(json);
    let read = std::str::from_utf8(json).ok();
    let tree = read.and_then(Json::read);
    // `serde_json` must agree on what is JSON; it rejects only numbers beyond the range of a double.
    match serde_json::from_slice::<Value>(json) {
        // It reads an object with this member as a private wrapper.
        _ if read.is_some_and(|text| text.contains("$serde_json::private")) => {}
        Ok(value) => same(&value, tree.as_ref().expect("JSON")),
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(_) => assert_eq!(tree, None),
    }
    let Some(tree) = tree else {
        return check_error(&decoded.err().expect("an error"));
    };
    match (decoded, policy::accepts(structure, &tree, is_input)) {
        (Ok(value), Some(true) | None) => {
            let text = value.to_json().expect("a decoded value encodes");
            let after = Json::read(&text).expect("encoded text is JSON");
            compare_structure(structure, &tree, &after, "$");
            assert_eq!(compact(&text), text, "white space in canonical text");
        }
        (Err(error), Some(false) | None) => check_error(&error),
        (Ok(_), Some(false)) => panic!("decoded, but the wire policy rejects it"),
        (Err(error), Some(true)) => panic!("not decoded, but the wire policy accepts it: {error}"),
    }
}

/// The text without white space between tokens.
fn compact(text: &str) -> String {
    let mut in_string = false;
    let mut escaped = false;
    let keep = |c: &char| {
        let keep = in_string || !c.is_ascii_whitespace();
        in_string ^= *c == '"' && !escaped;
        escaped = in_string && *c == '\\' && !escaped;
        keep
    };
    text.chars().filter(keep).collect()
}

/// Checks that both trees are equal; a `Value` keeps the last of several members with one name.
fn same(value: &Value, json: &Json<'_>) {
    match (value, json) {
        (Value::Null, Json::Null) => {}
        (Value::Bool(one), Json::Boolean(other)) => assert_eq!(one, other),
        (Value::String(one), Json::String(other)) => assert_eq!(one, other),
        (Value::Number(one), Json::Number(text)) => {
            let (one, other): (Option<f64>, f64) = (one.as_f64(), text.parse().expect("a number"));
            // Without `float_roundtrip`, `serde_json` may be wrong in the last bit.
            assert!(
                one.is_some_and(|one| (one - other).abs() <= other.abs() * 1e-15),
                "{text}"
            );
        }
        (Value::Array(one), Json::Array(other)) => {
            assert_eq!(one.len(), other.len());
            one.iter()
                .zip(other)
                .for_each(|(one, other)| same(one, other));
        }
        (Value::Object(one), Json::Object(other)) => {
            for (name, value) in one {
                let last = other.iter().rev().find(|(other, _)| other == name);
                same(value, &last.expect("a member").1);
            }
            assert!(other.iter().all(|(name, _)| one.contains_key(name)));
        }
        _ => panic!("{value} is not {json:?}"),
    }
}

fn compare_structure(structure: &Structure, before: &Json<'_>, after: &Json<'_>, at: &str) {
    let (Json::Object(before), Json::Object(after)) = (before, after) else {
        panic!("{at}: not an object");
    };
    let find = |name: &str| before.iter().find(|(other, _)| other == name);
    let mut encoded = after.iter();
    for member in structure.members {
        let Some((name, value)) = find(member.wire_name).filter(|(_, it)| *it != Json::Null) else {
            continue;
        };
        let Some((found, after)) = encoded.next().filter(|(found, _)| found == name) else {
            panic!("{at}.{name}: absent, or not in declared order");
        };
        compare(member.kind, value, after, member.constraint, found);
    }
    let unknown = before
        .iter()
        .filter(|(name, _)| structure.member(name).is_none());
    let mut unknown: Vec<_> = unknown.collect();
    unknown.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(
        encoded.collect::<Vec<_>>(),
        unknown,
        "{at}: unknown members"
    );
}

fn compare(kind: Kind, before: &Json<'_>, after: &Json<'_>, limits: Option<&Constraint>, at: &str) {
    let same = match (kind, before, after) {
        (Kind::Structure(structure), ..) => return compare_structure(structure, before, after, at),
        (Kind::List(kind), Json::Array(before), Json::Array(after)) => {
            let limits = limits.and_then(|limits| limits.element);
            assert_eq!(before.len(), after.len(), "{at}");
            for (before, after) in before.iter().zip(after) {
                compare(*kind, before, after, limits, at);
            }
            return;
        }
        (Kind::Map(kind), Json::Object(before), Json::Object(after)) => {
            let limits = limits.and_then(|limits| limits.value);
            let mut sorted: Vec<_> = before.iter().collect();
            sorted.sort_by(|one, other| one.0.cmp(&other.0));
            assert_eq!(sorted.len(), after.len(), "{at}");
            for ((name, before), (found, after)) in sorted.into_iter().zip(after) {
                assert_eq!(name, found, "{at}");
                compare(*kind, before, after, limits, name);
            }
            return;
        }
        (Kind::Timestamp, before, Json::Number(after)) => {
            let milliseconds = limits.is_some_and(|limits| limits.milliseconds);
            same_time(before, after, if milliseconds { 500 } else { 0 })
        }
        (Kind::Integer | Kind::Long, before, Json::Number(after)) => {
            let text = before.as_str().or(number(before));
            text.and_then(integer)
                .map(|integer| integer.to_string())
                .as_deref()
                == Some(*after)
        }
        (Kind::LenientInteger, Json::Number(before), Json::Number(after)) => {
            integer(before)
                .map(|integer| integer.to_string())
                .as_deref()
                == Some(*after)
        }
        (Kind::Double, Json::Number(before), Json::Number(after)) => {
            before.parse::<f64>() == after.parse::<f64>()
        }
        (Kind::Blob, Json::String(before), Json::String(after)) => same_bytes(before, after),
        _ => before == after,
    };
    assert!(same, "{at}: {before:?} became {after:?}");
}

fn number<'t>(json: &Json<'t>) -> Option<&'t str> {
    match json {
        Json::Number(text) => Some(text),
        _ => None,
    }
}

/// Whether a time was encoded in its shortest form, at most `tolerance` microseconds away.
fn same_time(before: &Json<'_>, after: &str, tolerance: u128) -> bool {
    let (whole, fraction) = after.split_once('.').unwrap_or((after, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_shortest = fraction == "0" && !after.contains('.')
        || fraction.len() <= 6 && !fraction.ends_with('0') && digits(fraction);
    if !is_shortest || !digits(whole.trim_start_matches('-')) {
        return false;
    }
    let (before, tolerance) = match before {
        Json::Number(text) => (micros(text), tolerance),
        Json::String(text) => match DateTime::from_str(text, DateTimeFormat::DateTimeWithOffset) {
            // It truncates to nanoseconds, which can move the value below the half that is rounded up.
            Ok(time) => (
                Some((time.as_nanos() + 500).div_euclid(1000)),
                tolerance + 1,
            ),
            Err(_) => return true,
        },
        _ => return false,
    };
    let distance = before
        .zip(micros(after))
        .map(|(before, after)| before.abs_diff(after));
    distance.is_some_and(|distance| distance <= tolerance)
}

/// Whether two base64 texts agree, apart from padding and the unused bits of the last character.
fn same_bytes(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end_matches('='), after.trim_end_matches('='));
    let whole = before.len() - before.len() % 4;
    before.len() == after.len() && before.get(..whole) == after.get(..whole)
}
