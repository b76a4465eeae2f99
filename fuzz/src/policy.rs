//! Decides from the declared facts whether the wire policy accepts a value.

use std::collections::HashSet;

use iot_jobs::{
    constraint::Constraint,
    facts::{Kind, Structure},
};

use crate::{decimal::Decimal, json::Json};

/// 0001-01-01T00:00:00Z in epoch microseconds.
const MIN_MICROS: i128 = -62_135_596_800_000_000;
/// The last microsecond of year 9999.
const MAX_MICROS: i128 = 253_402_300_799_999_999;

/// Whether the policy accepts a value; `None` if deciding needs a parser of timestamps or base64.
pub type Acceptance = Option<bool>;

/// Whether the policy accepts a shape's JSON; `is_input` permits the absence of required members.
pub fn accepts(structure: &Structure, json: &Json<'_>, is_input: bool) -> Acceptance {
    of_structure(structure, json, is_input)
}

fn of_structure(structure: &Structure, json: &Json<'_>, is_input: bool) -> Acceptance {
    let Json::Object(members) = json else {
        return Some(false);
    };
    let mut accepted = Some(unique(members));
    for (name, value) in members {
        if let Some(member) = structure.member(name)
            && *value != Json::Null
        {
            accepted = both(accepted, of_value(member.kind, value, member.constraint));
        }
    }
    let missing = |name| {
        let mut members = members.iter();
        !members.any(|(other, value)| other == name && *value != Json::Null)
    };
    let mut required = structure
        .members
        .iter()
        .filter(|it| it.required && !is_input);
    both(
        accepted,
        Some(!required.any(|member| missing(member.wire_name))),
    )
}

fn of_value(kind: Kind, json: &Json<'_>, limits: Option<&Constraint>) -> Acceptance {
    match (kind, json) {
        (Kind::Structure(structure), _) => of_structure(structure, json, false),
        (Kind::List(kind), Json::Array(elements)) => {
            let limits = limits.and_then(|limits| limits.element);
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
            Some(integer(text).is_some_and(|integer| i32::try_from(integer).is_ok()))
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

/// The integer value of a number's text, such as 5 for `5e0`.
pub fn integer(text: &str) -> Option<i128> {
    Decimal::read(text)?.integer()
}

fn is_long(text: &str) -> bool {
    integer(text).is_some_and(|integer| i64::try_from(integer).is_ok())
}

/// The epoch microseconds of a number: seconds, or milliseconds if as seconds it is outside years 0001 to 9999.
pub fn micros(text: &str) -> Option<i128> {
    let number = Decimal::read(text)?;
    let in_range = |power| {
        number
            .rounded(power)
            .filter(|it| (MIN_MICROS..=MAX_MICROS).contains(it))
    };
    // In year 9999 as seconds, but not when rounded to microseconds.
    if number.rounded(6) == Some(MAX_MICROS + 1) && number.truncated(6) == Some(MAX_MICROS) {
        return None;
    }
    in_range(6).or_else(|| in_range(3))
}

fn unique(members: &[(String, Json<'_>)]) -> bool {
    let mut names = HashSet::new();
    members.iter().all(|(name, _)| names.insert(name))
}

fn all(values: impl Iterator<Item = Acceptance>) -> Acceptance {
    values.fold(Some(true), both)
}

/// Rejected if either is rejected, accepted if both are accepted.
fn both(one: Acceptance, other: Acceptance) -> Acceptance {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}
