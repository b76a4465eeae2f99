//! The differential judge: what goes in and what comes out, member by member.

use iot_jobs::{
    constraint::Constraint,
    primitives::{DateTime, DateTimeFormat},
    shape::{Entry, Kind, Structure},
};
use serde_json::Value;

use crate::{
    json::Json,
    policy::{self, micros, whole},
    round_trip::judge_error,
};

/// Decodes text as a shape and compares the verdict with the wire policy's, and what the shape encodes to
/// with the text: nothing lost, nothing invented.
pub fn judge(entry: &Entry, json: &[u8], input: bool) {
    let structure = entry.structure();
    let decoded = entry.decode(json);
    let read = std::str::from_utf8(json).ok();
    let tree = read.and_then(Json::read);
    // A second opinion on what is JSON; it has no numbers beyond a double's range.
    match serde_json::from_slice::<Value>(json) {
        // It takes an object with this member for something else, which is its own affair.
        _ if read.is_some_and(|text| text.contains("$serde_json::private")) => {}
        Ok(value) => same(&value, tree.as_ref().expect("JSON is JSON to both")),
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(_) => assert_eq!(tree, None),
    }
    let Some(tree) = tree else {
        return judge_error(&decoded.err().expect("no JSON"));
    };
    match (decoded, policy::accepts(structure, &tree, input)) {
        (Ok(value), Some(true) | None) => {
            let text = value.to_json().expect("a decoded value encodes");
            let after = Json::read(&text).expect("JSON comes out");
            compare_structure(structure, &tree, &after, "$");
            assert_eq!(compact(&text), text, "white space in canonical text");
        }
        (Err(error), Some(false) | None) => judge_error(&error),
        (Ok(_), Some(false)) => panic!("accepted against the wire policy"),
        (Err(error), Some(true)) => panic!("refused against the wire policy: {error}"),
    }
}

/// The text as one without white space between tokens has it.
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

/// The same JSON in both trees, as far as a `Value` has it: the last of members of equal names.
fn same(value: &Value, json: &Json<'_>) {
    match (value, json) {
        (Value::Null, Json::Null) => {}
        (Value::Bool(one), Json::Boolean(other)) => assert_eq!(one, other),
        (Value::String(one), Json::String(other)) => assert_eq!(one, other),
        (Value::Number(one), Json::Number(text)) => {
            let (one, other): (Option<f64>, f64) = (one.as_f64(), text.parse().expect("a number"));
            // `serde_json` may miss a number by the last bit.
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
        panic!("{at}: no objects");
    };
    let find = |name: &str| before.iter().find(|(other, _)| other == name);
    let mut kept = after.iter();
    for member in structure.members {
        let Some((name, value)) = find(member.wire_name).filter(|(_, it)| *it != Json::Null) else {
            continue;
        };
        let Some((found, after)) = kept.next().filter(|(found, _)| found == name) else {
            panic!("{at}.{name}: lost, or out of its turn");
        };
        compare(member.kind, value, after, member.constraint, found);
    }
    let unknown = before
        .iter()
        .filter(|(name, _)| structure.member(name).is_none());
    let mut unknown: Vec<_> = unknown.collect();
    unknown.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(kept.collect::<Vec<_>>(), unknown, "{at}: unknown members");
}

fn compare(kind: Kind, before: &Json<'_>, after: &Json<'_>, limits: Option<&Constraint>, at: &str) {
    let same = match (kind, before, after) {
        (Kind::Structure(structure), ..) => return compare_structure(structure, before, after, at),
        (Kind::List(kind), Json::Array(before), Json::Array(after)) => {
            let limits = limits.and_then(|limits| limits.member);
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
            let coarse = limits.is_some_and(|limits| limits.milliseconds);
            same_moment(before, after, if coarse { 500 } else { 0 })
        }
        (Kind::Integer | Kind::Long, before, Json::Number(after)) => {
            let text = before.as_str().or(number(before));
            text.and_then(whole)
                .map(|whole| whole.to_string())
                .as_deref()
                == Some(*after)
        }
        (Kind::LenientInteger, Json::Number(before), Json::Number(after)) => {
            whole(before).map(|whole| whole.to_string()).as_deref() == Some(*after)
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

/// Whether a moment came back, in its shortest form, rounded by at most so many microseconds.
fn same_moment(before: &Json<'_>, after: &str, coarse: u128) -> bool {
    let (whole, fraction) = after.split_once('.').unwrap_or((after, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let short = fraction == "0" && !after.contains('.')
        || fraction.len() <= 6 && !fraction.ends_with('0') && digits(fraction);
    if !short || !digits(whole.trim_start_matches('-')) {
        return false;
    }
    let (before, coarse) = match before {
        Json::Number(text) => (micros(text), coarse),
        Json::String(text) => match DateTime::from_str(text, DateTimeFormat::DateTimeWithOffset) {
            // It cuts what is finer than a nanosecond, which may stand on the other side of a half.
            Ok(moment) => (Some((moment.as_nanos() + 500).div_euclid(1000)), coarse + 1),
            Err(_) => return true,
        },
        _ => return false,
    };
    let apart = before
        .zip(micros(after))
        .map(|(before, after)| before.abs_diff(after));
    apart.is_some_and(|apart| apart <= coarse)
}

/// Whether two texts of base64 hold the same bytes, as far as whole characters show it.
fn same_bytes(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end_matches('='), after.trim_end_matches('='));
    let whole = before.len() - before.len() % 4;
    before.len() == after.len() && before.get(..whole) == after.get(..whole)
}
