//! For every member of every shape: what the schema accepts is what the crate accepts.

use iot_jobs::{catalog, constraint::Constraint, facts::Kind};
use serde_json::{Map, Value};

use super::{cases, validator::SchemaValidator};

#[test]
fn every_member_is_validated_as_the_crate_validates_it() {
    let (mut constrained, mut accepted, mut refused) = (0, 0, 0);
    for entry in catalog::shapes() {
        let validator = SchemaValidator::of(entry);
        let base = cases::structure(entry.structure());
        let agrees = |whole: &Map<String, Value>, member: &str| {
            let what = format!("{}.{member}", entry.name());
            validator.agrees(&Value::from(whole.clone()).to_string(), &what)
        };
        assert!(agrees(&base, ""), "{}", entry.name());
        for member in entry.structure().members {
            let mut answers = Vec::new();
            let mut whole = base.clone();
            for value in cases::of(member.kind, member.constraint) {
                whole.insert(member.wire_name.to_owned(), value.clone());
                answers.push((value, agrees(&whole, member.wire_name)));
            }
            whole.remove(member.wire_name);
            assert_eq!(agrees(&whole, member.wire_name), !member.required);
            accepted += answers.iter().filter(|(_, fits)| *fits).count();
            refused += answers.iter().filter(|(_, fits)| !fits).count();
            if let Some(constraint) = member.constraint {
                constrained += usize::from(at_limits(member.kind, constraint, &answers));
            }
        }
    }
    println!("{constrained} members with limits; {accepted} values accepted, {refused} refused");
    // So that values that are all refused, or no facts at all, do not pass for agreement.
    assert!(constrained > 150, "only {constrained} members have limits");
    assert!(accepted > 5000, "only {accepted} values were accepted");
    assert!(refused > 5000, "only {refused} values were refused");
}

/// At the limits of a count some values fit, and one beyond none does; whether there are any limits.
fn at_limits(kind: Kind, constraint: &Constraint, answers: &[(Value, bool)]) -> bool {
    let size = |value: &Value| match (kind, value) {
        (Kind::String, Value::String(text)) => Some(text.chars().count()),
        (Kind::List(_), Value::Array(elements)) => Some(elements.len()),
        (Kind::Map(_), Value::Object(entries)) => Some(entries.len()),
        _ => None,
    };
    let fits = |wanted: Option<usize>| {
        let mut answers = answers.iter();
        wanted.is_some() && answers.any(|(value, fits)| *fits && size(value) == wanted)
    };
    // Counts are declared as u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = |limit: Option<f64>| limit.map(|limit| limit as usize);
    let documented = |limit: Option<i32>| limit.and_then(|limit| limit.try_into().ok());
    let min = count(constraint.min).max(documented(constraint.documented.min));
    let max = [count(constraint.max), documented(constraint.documented.max)];
    let max = max.into_iter().flatten().min();
    if !matches!(kind, Kind::String | Kind::List(_) | Kind::Map(_)) {
        return min.is_some() || max.is_some();
    }
    let name = constraint.name;
    // The model asks of an ARN one character and of its pattern more.
    if min.is_some() && !name.ends_with("Arn") {
        assert!(fits(min), "{name}: nothing fits at {min:?}");
    }
    let less = min.and_then(|min| min.checked_sub(1));
    assert!(!fits(less), "{name}: something fits at {less:?}");
    if max.is_some() {
        assert!(fits(max), "{name}: nothing fits at {max:?}");
    }
    let more = max.map(|max| max + 1);
    assert!(!fits(more), "{name}: something fits at {more:?}");
    min.is_some() || max.is_some() || constraint.pattern.is_some()
}
