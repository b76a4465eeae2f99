//! Limits of numbers and counts.

use serde_json::Value;

use super::Object;
use crate::constraint::Constraint;

/// The keywords that hold a lower and an upper limit.
pub(super) type Keywords = [&'static str; 2];

/// Adds the narrower of the model's and the documentation's limits.
pub(super) fn add(schema: &mut Object, constraint: Option<&Constraint>, keywords: Keywords) {
    let Some(limit) = constraint.map(|constraint| constraint.limit) else {
        return;
    };
    for (keyword, limit) in keywords.into_iter().zip(limit.bounds()) {
        if let Some(limit) = limit {
            schema.insert(keyword.to_owned(), number(limit));
        }
    }
    // Nothing is shorter than nothing.
    if keywords != NUMBERS {
        schema.retain(|keyword, limit| !(keyword.starts_with("min") && *limit == 0));
    }
}

/// The limits of a number itself.
pub(super) const NUMBERS: Keywords = ["minimum", "maximum"];

/// The number that is allowed besides those within the limits.
pub(super) fn besides(constraint: Option<&Constraint>) -> Option<Value> {
    let [.., besides] = constraint?.limit.bounds();
    besides.map(number)
}

/// A limit, written without a point where it is whole.
fn number(limit: f64) -> Value {
    // Limits are declared as i32 and u32, or as decimals.
    #[allow(clippy::cast_possible_truncation)]
    let whole = limit as i64;
    if limit.fract() == 0.0 {
        whole.into()
    } else {
        limit.into()
    }
}
