//! Limits of numbers and counts.

use serde_json::Value;

use super::Object;
use crate::constraint::Constraint;

/// The keywords of a lower and an upper limit.
pub(super) type Keywords = [&'static str; 2];

/// Adds the narrower of the limits of the model and of the documentation.
pub(super) fn add(schema: &mut Object, constraint: Option<&Constraint>, keywords: Keywords) {
    let Some(limit) = constraint.map(|constraint| constraint.limit) else {
        return;
    };
    for (keyword, limit) in keywords.into_iter().zip(limit.bounds()) {
        if let Some(limit) = limit {
            schema.insert(keyword.to_owned(), number(limit));
        }
    }
}

/// The limits of a number itself.
pub(super) const NUMBERS: Keywords = ["minimum", "maximum"];

/// The number that is also allowed, outside the limits.
pub(super) fn also_allowed(constraint: Option<&Constraint>) -> Option<Value> {
    let [.., also_allowed] = constraint?.limit.bounds();
    also_allowed.map(number)
}

/// A limit; an integer is written without a decimal point.
pub(super) fn number(limit: f64) -> Value {
    // Limits are declared as i32 and u32, or as decimals.
    #[allow(clippy::cast_possible_truncation)]
    let integer = limit as i64;
    if limit.fract() == 0.0 {
        integer.into()
    } else {
        limit.into()
    }
}
