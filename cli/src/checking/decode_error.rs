//! Why an input does not decode.

use std::borrow::Cow;

use iot_jobs::{Error, codec, document::StepsDocument, validate::Severity};

use crate::{
    check_result::{Finding, Span},
    input::Input,
};

/// The text of an input; an error says where it is not UTF-8.
pub(super) fn text(input: &[u8]) -> Result<Cow<'_, str>, Error> {
    let text_or_replaced = String::from_utf8_lossy(input);
    if let Cow::Owned(_) = text_or_replaced {
        // A decoder of any shape reports the position of bytes that are not UTF-8.
        codec::from_slice::<StepsDocument>(input)?;
    }
    Ok(text_or_replaced)
}

/// A decoding error as a finding.
pub fn finding(error: &Error, input: &Input<'_>) -> Finding {
    let message = match encoding_hint(input.text) {
        None => error.message().to_owned(),
        Some(hint) => format!("{}; {hint}", error.message()),
    };
    let position = error.line().zip(error.column());
    Finding {
        rule: Finding::DECODE,
        severity: Severity::Error,
        path: error.path().clone(),
        suggestion: None,
        message,
        span: position.map(|(line, column)| Span::character(line, column)),
    }
}

/// What to do about an encoding that is not UTF-8, or a byte order mark, as some editors and shells write.
fn encoding_hint(text: &[u8]) -> Option<&'static str> {
    match text {
        [0xef, 0xbb, 0xbf, ..] => Some("save the file as UTF-8 without a byte order mark"),
        // With a byte order mark, or with the zero byte of an ASCII character.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..] => {
            Some("the file is most likely UTF-16: save it as UTF-8")
        }
        _ => None,
    }
}
