//! Compares an input with the text that the crate made of it: nothing lost, nothing invented.
//!
//! Works on the JSON of both, by the declared kinds, so that it does not depend on the codec that it checks.

use aws_smithy_types::date_time::Format;
use iot_jobs::{
    facts::{Kind, Structure},
    primitives::DateTime,
};
use serde_json::Value;

/// What differs between the JSON texts of one value, a line each.
pub(crate) fn differences(structure: &'static Structure, input: &str, output: &str) -> Vec<String> {
    let parsed = |text| serde_json::from_str::<Value>(text).expect("JSON");
    let mut found = Vec::new();
    let kind = Some(Kind::Structure(structure));
    compare(kind, "$", &parsed(input), &parsed(output), &mut found);
    found
}

fn compare(kind: Option<Kind>, at: &str, input: &Value, output: &Value, found: &mut Vec<String>) {
    let same = match (kind, input, output) {
        (Some(Kind::Structure(_) | Kind::Map(_)), Value::Object(_), Value::Object(_)) => {
            return compare_objects(kind, at, input, output, found);
        }
        (Some(Kind::List(element)), Value::Array(before), Value::Array(after))
            if before.len() == after.len() =>
        {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                compare(
                    Some(*element),
                    &format!("{at}[{index}]"),
                    before,
                    after,
                    found,
                );
            }
            return;
        }
        (Some(Kind::Timestamp), ..) => output.is_number() && micros(input) == micros(output),
        (Some(Kind::Integer | Kind::Long), ..) => output.is_i64() && whole(input) == whole(output),
        (Some(Kind::Double), ..) => output.is_number() && input.as_f64() == output.as_f64(),
        _ => input == output,
    };
    if !same {
        found.push(format!("{at}: {input} became {output}"));
    }
}

fn compare_objects(
    kind: Option<Kind>,
    at: &str,
    input: &Value,
    output: &Value,
    found: &mut Vec<String>,
) {
    let (Some(before), Some(after)) = (input.as_object(), output.as_object()) else {
        panic!("{at}: objects only");
    };
    for (name, value) in before {
        let inner = match kind {
            Some(Kind::Structure(structure)) => structure.member(name).map(|member| member.kind),
            Some(Kind::Map(value)) => Some(*value),
            _ => None,
        };
        match after.get(name) {
            Some(kept) => compare(inner, &format!("{at}.{name}"), value, kept, found),
            // A declared member that is null is absent.
            None if value.is_null() && inner.is_some() => {}
            None => found.push(format!("{at}.{name}: lost")),
        }
    }
    let invented = after.keys().filter(|name| !before.contains_key(*name));
    found.extend(invented.map(|name| format!("{at}.{name}: invented")));
}

/// The moment in microseconds, from seconds, milliseconds or ISO 8601 text.
fn micros(value: &Value) -> Option<i128> {
    const LAST_SECOND: f64 = 253_402_300_799.0;
    if let Some(text) = value.as_str() {
        let moment = DateTime::from_str(text, Format::DateTimeWithOffset).ok()?;
        return Some(moment.as_nanos() / 1000);
    }
    let number = value.as_f64()?;
    let seconds = if number.abs() > LAST_SECOND {
        number / 1e3
    } else {
        number
    };
    // Within years 0001 to 9999 the product is below 2^58.
    #[allow(clippy::cast_possible_truncation)]
    Some((seconds * 1e6).round() as i128)
}

/// A whole number, also written as a string of digits or with a point or an exponent.
fn whole(value: &Value) -> Option<i64> {
    if let Some(digits) = value.as_str() {
        return digits.parse().ok();
    }
    value.as_i64().or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
        // Inputs with a point or an exponent are small here.
        #[allow(clippy::cast_possible_truncation)]
        Some(number as i64)
    })
}

#[test]
fn differences_are_seen() {
    use iot_jobs::{shape::Shape, types::Job};

    let job = &Job::STRUCTURE;
    let same = [
        (
            r#"{"createdAt":"1970-01-01T01:00:00+01:00"}"#,
            r#"{"createdAt":0}"#,
        ),
        (
            r#"{"createdAt":1549395301389}"#,
            r#"{"createdAt":1549395301.389}"#,
        ),
        (r#"{"jobId":null,"targets":[]}"#, r#"{"targets":[]}"#),
        (
            r#"{"abortConfig":{"criteriaList":[{"thresholdPercentage":2e1}]}}"#,
            r#"{"abortConfig":{"criteriaList":[{"thresholdPercentage":20}]}}"#,
        ),
    ];
    for (input, output) in same {
        assert_eq!(differences(job, input, output), [""; 0]);
    }
    let different = [
        (r#"{"jobId":"a"}"#, "{}", "$.jobId: lost"),
        ("{}", r#"{"jobId":"a"}"#, "$.jobId: invented"),
        (r#"{"new":null}"#, "{}", "$.new: lost"),
        (r#"{"new":1.0}"#, r#"{"new":1}"#, "$.new: 1.0 became 1"),
        (
            r#"{"createdAt":1.001}"#,
            r#"{"createdAt":1.002}"#,
            "$.createdAt: 1.001 became 1.002",
        ),
        (
            r#"{"targets":["a"]}"#,
            r#"{"targets":[]}"#,
            r#"$.targets: ["a"] became []"#,
        ),
        (
            r#"{"targets":["a"]}"#,
            r#"{"targets":["b"]}"#,
            r#"$.targets[0]: "a" became "b""#,
        ),
        (
            r#"{"jobProcessDetails":{"numberOfFailedThings":5.0}}"#,
            r#"{"jobProcessDetails":{"numberOfFailedThings":5.0}}"#,
            "$.jobProcessDetails.numberOfFailedThings: 5.0 became 5.0",
        ),
    ];
    for (input, output, difference) in different {
        assert_eq!(differences(job, input, output), [difference]);
    }
}
