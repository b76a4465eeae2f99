//! What the wire policy accepts, told from the declared facts alone.

use std::collections::HashSet;

use iot_jobs::{
    constraint::Constraint,
    shape::{Kind, Structure},
};

use crate::{decimal::Decimal, json::Json};

/// 0001-01-01T00:00:00Z in epoch microseconds.
const FIRST: i128 = -62_135_596_800_000_000;
/// The last microsecond of 9999.
const LAST: i128 = 253_402_300_799_999_999;

/// Whether the policy accepts a value; `None` where only a whole parser could tell.
pub type Verdict = Option<bool>;

/// The verdict on a shape's JSON; `input` is for operation inputs, whose members may all be absent.
pub fn accepts(structure: &Structure, json: &Json<'_>, input: bool) -> Verdict {
    of_structure(structure, json, input)
}

fn of_structure(structure: &Structure, json: &Json<'_>, input: bool) -> Verdict {
    let Json::Object(members) = json else {
        return Some(false);
    };
    let mut verdict = Some(unique(members));
    for (name, value) in members {
        if let Some(member) = structure.member(name)
            && *value != Json::Null
        {
            verdict = both(verdict, of_value(member.kind, value, member.constraint));
        }
    }
    let missing = |name| {
        let mut members = members.iter();
        !members.any(|(other, value)| other == name && *value != Json::Null)
    };
    let mut required = structure.members.iter().filter(|it| it.required && !input);
    both(
        verdict,
        Some(!required.any(|member| missing(member.wire_name))),
    )
}

fn of_value(kind: Kind, json: &Json<'_>, limits: Option<&Constraint>) -> Verdict {
    match (kind, json) {
        (Kind::Structure(structure), _) => of_structure(structure, json, false),
        (Kind::List(kind), Json::Array(elements)) => {
            let limits = limits.and_then(|limits| limits.member);
            all(elements
                .iter()
                .map(|element| of_value(*kind, element, limits)))
        }
        (Kind::Map(kind), Json::Object(members)) => {
            let limits = limits.and_then(|limits| limits.value);
            let values = members
                .iter()
                .map(|(_, value)| of_value(*kind, value, limits));
            both(Some(unique(members)), all(values))
        }
        (Kind::Boolean | Kind::LenientBoolean, Json::Boolean(_))
        | (Kind::String | Kind::Enum(_), Json::String(_)) => Some(true),
        (Kind::Document, _) => Some(*json != Json::Null),
        (Kind::Integer, Json::Number(text)) => {
            Some(whole(text).is_some_and(|whole| i32::try_from(whole).is_ok()))
        }
        (Kind::Long | Kind::LenientInteger, Json::Number(text)) => Some(is_long(text)),
        (Kind::Long | Kind::Integer, Json::String(text)) => Some(
            limits.is_some_and(|limits| limits.digits_in_a_string)
                && !text.is_empty()
                && text.bytes().all(|digit| digit.is_ascii_digit())
                && is_long(text),
        ),
        (Kind::Double, Json::Number(text)) => {
            Some(text.parse().is_ok_and(|number: f64| number.is_finite()))
        }
        (Kind::Timestamp, Json::Number(text)) => Some(micros(text).is_some()),
        (Kind::Timestamp | Kind::Blob | Kind::LenientInteger, Json::String(_)) => None,
        (Kind::LenientBoolean, Json::String(text)) => {
            Some(matches!(&**text, "true" | "false") || text.contains("${aws:iot:"))
        }
        _ => Some(false),
    }
}

/// The whole number of a number's text.
pub fn whole(text: &str) -> Option<i128> {
    Decimal::read(text)?.whole()
}

fn is_long(text: &str) -> bool {
    whole(text).is_some_and(|whole| i64::try_from(whole).is_ok())
}

/// The epoch microseconds of a number: from seconds where they are in years 0001 to 9999, or else from
/// milliseconds.
pub fn micros(text: &str) -> Option<i128> {
    let number = Decimal::read(text)?;
    let in_range = |power| {
        number
            .rounded(power)
            .filter(|it| (FIRST..=LAST).contains(it))
    };
    in_range(6).or_else(|| in_range(3))
}

fn unique(members: &[(String, Json<'_>)]) -> bool {
    let mut names = HashSet::new();
    members.iter().all(|(name, _)| names.insert(name))
}

fn all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.fold(Some(true), both)
}

/// One refusal is enough, and one doubt spoils an acceptance.
fn both(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}
