//! Decode, encode, decode: the text and the unknown members stay the same.

use iot_jobs::{
    Error,
    catalog::{DynShape, ShapeEntry},
};

/// The longest permitted error: 127 levels of names of 64 escaped characters, and a message.
const MAX_ERROR_BYTES: usize = 127 * 64 * 10 + 1024;

/// Checks what text decodes to as a shape.
pub fn check(entry: &ShapeEntry, json: &[u8]) {
    match entry.decode(json) {
        Ok(value) => {
            check_value(entry, &*value);
        }
        Err(error) => check_error(&error),
    }
}

/// Checks a decoded value of a shape, and returns its text.
pub fn check_value(entry: &ShapeEntry, value: &dyn DynShape) -> String {
    let text = value.to_json().expect("a decoded value encodes");
    let again = entry.decode(&text).expect("encoded text decodes");
    assert_eq!(again.to_json().expect("it encodes again"), text);
    assert_eq!(again.unknown(), value.unknown());
    let violations = value.violations();
    for violation in &violations {
        assert!(!violation.message.is_empty());
    }
    assert_eq!(value.violations(), violations);
    text
}

/// Checks that an error has a path, a message, one category, and a bounded length.
pub fn check_error(error: &Error) {
    assert!(!error.message().is_empty());
    assert!(error.line().is_none_or(|line| line > 0));
    assert!(error.column().is_none_or(|column| column > 0));
    let categories = [
        error.is_syntax(),
        error.is_incomplete(),
        error.is_data(),
        error.is_limit(),
        error.is_io(),
        error.is_encode(),
    ];
    assert_eq!(categories.into_iter().filter(|is| *is).count(), 1);
    assert!(error.to_string().len() <= MAX_ERROR_BYTES);
}
