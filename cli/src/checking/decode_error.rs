//! Why an input does not decode.

use std::borrow::Cow;

use iot_jobs::{
    Error, codec,
    document::{Detected, Document, StepsDocument},
    validate::Severity,
};

use crate::check_result::{Finding, Span};

/// The text of a job document and the schema detected in it.
pub(super) fn detect(text: &[u8]) -> Result<(Cow<'_, str>, Detected), Error> {
    let text_or_replaced = String::from_utf8_lossy(text);
    if let Cow::Owned(_) = text_or_replaced {
        // A decoder of any shape reports the position of bytes that are not UTF-8.
        codec::from_slice::<StepsDocument>(text)?;
    }
    let detected = Document::detect(&text_or_replaced)?;
    Ok((text_or_replaced, detected))
}

/// A decoding error as a finding.
pub fn finding(error: &Error) -> Finding {
    let position = error.line().zip(error.column());
    Finding {
        rule: Finding::DECODE,
        severity: Severity::Error,
        path: error.path().clone(),
        suggestion: None,
        message: error.message().to_owned(),
        span: position.map(|(line, column)| Span::character(line, column)),
    }
}
