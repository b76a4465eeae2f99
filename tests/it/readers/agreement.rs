//! Compares the codec with serde on one text; the fuzz target `readers` runs the same checks.

use iot_jobs::{codec, shape::Shape};
use serde::de::IgnoredAny;
use serde_json::Value;

/// The start of names that `serde_json` itself interprets.
const PRIVATE: &str = "$serde_json::private::";

/// Checks that both readers decode the same value or both refuse the text, and that both writers write the
/// value the same.
pub(super) fn check<T: Shape>(json: &(impl AsRef<[u8]> + ?Sized)) {
    let json = json.as_ref();
    let shown = || String::from_utf8_lossy(json);
    match (
        codec::from_slice::<T>(json),
        serde_json::from_slice::<T>(json),
    ) {
        (Ok(ours), Ok(serde)) => {
            assert_eq!(ours, serde, "{}", shown());
            let text = codec::to_string(&ours).expect("a decoded value encodes");
            assert_eq!(codec::to_string(&serde).expect("it encodes"), text);
            // Not the values: a document's text is what was received, and its encoding has no white space.
            let again = codec::from_str::<T>(&text).expect("it decodes");
            assert_eq!(codec::to_string(&again).expect("it encodes"), text);
            check_writers(&ours, &text);
        }
        (Err(error), Err(_)) => {
            // Of several errors, the codec reports that the text is not JSON.
            let is_json = serde_json::from_slice::<IgnoredAny>(json).is_ok();
            assert!(is_json || !error.is_data(), "{}: {error}", shown());
        }
        (ours, serde) => panic!("{}\n{ours:?}\n{serde:?}", shown()),
    }
    // Formats other than text give numbers as `i64`, `u64` or `f64`; the codec reads the same from the text of
    // these.
    let tree = serde_json::from_slice::<Value>(json);
    if let Some(tree) = tree.ok().filter(|_| !shown().contains(PRIVATE)) {
        let text = tree.to_string();
        match (
            codec::from_str::<T>(&text),
            serde_json::from_value::<T>(tree),
        ) {
            (Ok(ours), Ok(serde)) => assert_eq!(ours, serde, "{text}"),
            (Err(_), Err(_)) => {}
            (ours, serde) => panic!("{text}\n{ours:?}\n{serde:?}"),
        }
    }
}

/// Checks that every writer writes a value like its canonical text, through serde up to the spelling of
/// numbers and strings.
fn check_writers<T: Shape>(value: &T, text: &str) {
    let mut appended = "[".to_owned();
    codec::append(&mut appended, value).expect("it encodes");
    assert_eq!(appended.strip_prefix('['), Some(text));
    let mut written = Vec::new();
    codec::to_writer(&mut written, value).expect("it encodes");
    assert_eq!(written, text.as_bytes());

    if text.contains(PRIVATE) {
        return;
    }
    match (
        serde_json::to_string(value),
        serde_json::from_str::<Value>(text),
    ) {
        (Ok(serde), Ok(tree)) => {
            let serde_tree = serde_json::from_str(&serde).expect("JSON");
            assert!(same(&serde_tree, &tree), "{text}\n{serde}");
            let again = codec::from_str::<T>(&serde).expect("it decodes");
            let again = codec::to_string(&again).expect("it encodes");
            let again = serde_json::from_str(&again).expect("JSON");
            assert!(same(&again, &tree), "{text}\n{serde}");
        }
        // A number of an unknown member or a document is beyond the range of a double.
        (Err(_), Err(_)) => {}
        (serde, tree) => panic!("{text}\n{serde:?}\n{tree:?}"),
    }
}

/// Whether both trees are equal, but for the last bits of doubles: without `float_roundtrip`, `serde_json` reads
/// these inexactly.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other
                || (one.is_f64() || other.is_f64())
                    && one
                        .as_f64()
                        .zip(other.as_f64())
                        .is_some_and(|(one, other)| (one - other).abs() <= other.abs() * 1e-15)
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|((name, one), (other_name, other))| {
                        name == other_name && same(one, other)
                    })
        }
        _ => one == other,
    }
}
