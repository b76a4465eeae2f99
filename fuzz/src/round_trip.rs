//! Decode, encode, decode: the value comes back, and its bytes stay.

use iot_jobs::{Error, Validate, codec, shape::Shape};

/// The longest that an error may be: 127 levels of a name of 64 characters and its escapes, and a message.
const LONGEST: usize = 127 * 64 * 10 + 1024;

/// Judges what text becomes as this shape; `exact` asks for an equal value behind it.
pub fn judge<T: Shape>(json: &[u8], exact: bool) {
    match codec::from_slice::<T>(json) {
        Ok(value) => judge_value(&value, exact),
        Err(error) => judge_error(&error),
    }
}

/// Judges a value that was decoded.
pub fn judge_value<T: Shape>(value: &T, exact: bool) {
    let text = codec::to_string(value).expect("a decoded value encodes");
    let again: T = codec::from_str(&text).expect("what was encoded decodes");
    assert_eq!(codec::to_string(&again).expect("it encodes again"), text);
    if exact {
        assert_eq!(&again, value);
    }
    let unknown = Shape::unknown(value);
    assert_eq!(Shape::unknown(&again), unknown);
    let violations = value.violations();
    for violation in &violations {
        assert!(!violation.message.is_empty() && !violation.path.is_empty());
    }
    assert_eq!(value.violations(), violations);
}

/// An error says where and why, in bounded words.
pub fn judge_error(error: &Error) {
    assert!(!error.path().is_empty() && !error.message().is_empty());
    assert!(error.line().is_none_or(|line| line > 0));
    assert!(error.column().is_none_or(|column| column > 0));
    let kinds = [
        error.is_syntax(),
        error.is_incomplete(),
        error.is_data(),
        error.is_limit(),
        error.is_io(),
        error.is_encode(),
    ];
    assert_eq!(kinds.into_iter().filter(|is| *is).count(), 1);
    assert!(error.to_string().len() <= LONGEST);
}
