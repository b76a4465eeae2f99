//! From a failure to an error that a person can act on; runs only once something has failed.

use std::str::Utf8Error;

use serde::de::IgnoredAny;

use super::Position;
use crate::{
    error::{Category, Error, remark},
    path::{self, Fault, Path, Problem, Trace},
    shape::{Kind, Shape},
    timestamp,
    wire::{Found, Walker},
};

mod locate;

/// The error of text that did not decode.
pub(super) fn decoding(text: &str, cause: &serde_json::Error, trace: Trace, root: Kind) -> Error {
    let fault = trace.into_fault().unwrap_or(Fault {
        steps: Vec::new(),
        problem: Problem::Expected(root.expected()),
    });
    let path = path::text_of(&fault.steps);
    if !cause.is_data() && !is_beyond_range(cause) {
        return malformed(text, path, cause);
    }
    let Some(place) = locate::locate(text, &fault) else {
        // A value of the wrong kind that is malformed as well: only the latter has a place.
        let malformation = serde_json::from_str::<IgnoredAny>(text).err();
        return malformed(text, path, malformation.as_ref().unwrap_or(cause));
    };
    let message = match fault.problem {
        Problem::Expected(expected) => format!("expected {expected}, found {}", found(place.text)),
        Problem::Missing => "this required member is missing".to_owned(),
        Problem::Duplicate => "this member appears twice".to_owned(),
        Problem::Unfit(why) => why.to_owned(),
    };
    let category = match fault.problem {
        Problem::Unfit(_) => Category::Syntax,
        _ => Category::Data,
    };
    Error::new(category, path, message).at(Position::of(text, place.offset))
}

/// Whether a number stands where something else belongs, and is too large for `serde_json` to describe:
/// JSON nevertheless.
fn is_beyond_range(cause: &serde_json::Error) -> bool {
    without_position(cause) == "number out of range"
}

/// The error of text that did not decode into a type that is not ours.
pub(crate) fn foreign(text: &str, cause: &serde_json::Error) -> Error {
    if cause.is_data() {
        let message = without_values(&without_position(cause));
        return Error::new(Category::Data, "$", message).at(Position::of_error(text, cause));
    }
    malformed(text, "$".to_owned(), cause)
}

/// The error of text that is not JSON.
fn malformed(text: &str, path: String, cause: &serde_json::Error) -> Error {
    if cause.is_eof() || ends_in_a_number(text, cause) {
        let message = without_position(cause)
            .replacen("EOF", "the input ends", 1)
            .replacen("invalid number", "the input ends while parsing a number", 1);
        let end = Position::of(text, text.len());
        return Error::new(Category::Incomplete, path, message).at(end);
    }
    Error::new(Category::Syntax, path, syntax_message(text, cause))
        .at(Position::of_error(text, cause))
}

/// Whether the text is fine but for its end, such as `{"a":1.`; of a number that is passed over
/// `serde_json` calls this invalid.
fn ends_in_a_number(text: &str, cause: &serde_json::Error) -> bool {
    without_position(cause) == "invalid number"
        && serde_json::from_str::<IgnoredAny>(&format!("{text}0"))
            .is_err_and(|error| error.is_eof())
}

/// The error of bytes that are not UTF-8, with the path at which the text breaks off.
pub(super) fn not_utf8<T: Shape>(bytes: &[u8], error: Utf8Error) -> Error {
    let end = error.valid_up_to();
    let text = bytes
        .get(..end)
        .map(String::from_utf8_lossy)
        .unwrap_or_default();
    let broken_off = super::from_str::<T>(&text).err();
    let path = broken_off
        .as_ref()
        .filter(|error| error.is_incomplete())
        .map_or("$", Error::path);
    Error::new(Category::Syntax, path, "invalid UTF-8").at(Position::of(&text, end))
}

/// The error of a value that did not encode.
pub(super) fn encoding<T: Shape>(value: &T, cause: serde_json::Error) -> Error {
    if cause.is_io() {
        return Error::from_io(cause.into());
    }
    let mut search = Unencodable(None);
    value.walk(&Path::root(), &mut search);
    let path = search.0.unwrap_or_else(|| "$".to_owned());
    Error::new(Category::Encode, path, without_position(&cause))
}

/// The error of an input's member, with its place in the text that the input was read from; that of a
/// member which is not there points at the whole.
#[cfg(all(feature = "catalog", feature = "http"))]
pub(crate) fn placed(json: &[u8], error: Error) -> Error {
    let Ok(text) = std::str::from_utf8(json) else {
        return error;
    };
    let place = |problem| {
        let steps = vec![path::Step::Name(error.path().to_owned())];
        locate::locate(text, &Fault { steps, problem })
    };
    match place(Problem::Unfit("")).or_else(|| place(Problem::Missing)) {
        Some(place) => error.at(Position::of(text, place.offset)),
        None => error,
    }
}

/// The first value that has no form in JSON.
struct Unencodable(Option<String>);

impl Walker for Unencodable {
    fn visit(&mut self, at: &Path<'_>, found: Found<'_>) {
        let encodable = match found {
            Found::Double(number) => number.is_finite(),
            Found::Timestamp(moment) => timestamp::in_range(*moment),
            _ => true,
        };
        if !encodable {
            self.0.get_or_insert_with(|| at.to_string());
        }
    }
}

/// What `serde_json` says of malformed text, in our terms where its own would not help.
fn syntax_message(text: &str, cause: &serde_json::Error) -> String {
    if text.starts_with('\u{feff}') {
        return "found a byte order mark, expected a JSON value".to_owned();
    }
    let message = without_position(cause);
    match message.as_str() {
        "recursion limit exceeded" => "nested deeper than 127 levels".to_owned(),
        "trailing characters" => "found more text after the JSON value".to_owned(),
        "expected value" => "expected a JSON value".to_owned(),
        "expected ident" => "expected null, true or false".to_owned(),
        "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
            "a string with half of a surrogate pair".to_owned()
        }
        _ => message,
    }
}

/// A message of serde's with what it quotes cut short: a string, or the name of a member or variant.
fn without_values(message: &str) -> String {
    for what in ["unknown field", "unknown variant"] {
        let rest = message.strip_prefix(what);
        let Some(rest) = rest.and_then(|rest| rest.strip_prefix(" `")) else {
            continue;
        };
        // What is known stands behind, by names of the program's own.
        let end = rest
            .rfind("`, expected ")
            .or_else(|| rest.rfind("`, there are no "));
        let (name, known) = rest
            .split_at_checked(end.unwrap_or(rest.len()))
            .unwrap_or_default();
        return format!("{what} {}{}", shown(name), known.trim_start_matches('`'));
    }
    let Some((before, rest)) = message.split_once('"') else {
        return remark(message);
    };
    let (value, after) = rest.rsplit_once('"').unwrap_or((rest, ""));
    format!("{}{}{}", remark(before), shown(value), remark(after))
}

/// An error's message without the position that `serde_json` puts behind it.
fn without_position(cause: &serde_json::Error) -> String {
    let mut message = cause.to_string();
    let position = format!(" at line {} column {}", cause.line(), cause.column());
    if let Some(bare) = message.strip_suffix(&position) {
        message.truncate(bare.len());
    }
    message
}

/// A value that was found, from its JSON text.
pub(crate) fn found(text: &str) -> String {
    match text.as_bytes().first() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "an array".to_owned(),
        Some(b'n') => "null".to_owned(),
        Some(b't' | b'f') => format!("boolean {text}"),
        Some(b'"') => {
            let content: Result<String, _> = serde_json::from_str(text);
            format!("string {}", shown(&content.unwrap_or_default()))
        }
        Some(_) => format!("number {}", shown(text).replace('"', "")),
        None => "nothing".to_owned(),
    }
}

/// The start of a value in quotes: no more than 32 characters, and nothing behind a `?`, where
/// presigned URLs carry their signature.
pub(crate) fn shown(value: &str) -> String {
    const LONGEST: usize = 32;
    let path = value.split_once('?').map_or(value, |(path, _)| path);
    let start = match path.char_indices().nth(LONGEST) {
        Some((end, _)) => path.get(..end).unwrap_or_default(),
        None => path,
    };
    let cut = if start.len() < value.len() { "…" } else { "" };
    format!("{start:?}{cut}")
}

#[cfg(test)]
mod tests {
    use crate::{codec, control::operation::describe_job::DescribeJobOutput};

    #[test]
    fn a_wrong_value_that_breaks_off_is_placed_where_it_breaks_off() {
        for (text, error) in [
            (
                r#"{"job":["#,
                "job: the input ends while parsing a list at line 1 column 9",
            ),
            (
                "{\"job\":\n{\"jobId\":[1",
                "job.jobId: the input ends while parsing a list at line 2 column 12",
            ),
            (
                r#"{"job":[1 2]}"#,
                "job: expected `,` or `]` at line 1 column 11",
            ),
        ] {
            let found = codec::from_str::<DescribeJobOutput>(text).unwrap_err();
            assert_eq!(found.to_string(), error, "{text}");
            assert!(!found.is_data(), "{text}");
        }
    }
}
