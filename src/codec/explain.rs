//! The error of what was rejected, with path, position and what was expected.

use std::str::Utf8Error;

use crate::{
    constraint::Constraint,
    error::{Category, Error},
    facts::Kind,
    json::{self, Occurrence, syntax},
    path::{Fault, Path, PathRef, Problem, Trace},
    shape::{self, Shape},
    text::{self, Position},
    wire::{DECLARED_NAME, Value, Walker, serde::SerdeDecoder, timestamp},
};

/// Decodes a text that the reader rejected: a value that serde accepts, or the error.
#[cold]
pub(super) fn decode<T: Shape>(text: &str) -> Result<T, Error> {
    syntax::explain(text)?;
    let trace = Trace::default();
    let root = PathRef::Root(Some(&trace));
    let mut json = serde_json::Deserializer::from_str(text);
    T::decode(SerdeDecoder::new(&mut json, &root)).map_err(|_| {
        let fault = trace.into_fault().unwrap_or(Fault {
            path: Path::root(),
            problem: Problem::Expected(T::KIND.expected()),
        });
        data_error(text, fault)
    })
}

/// The error of JSON that the shape does not allow.
fn data_error(text: &str, fault: Fault) -> Error {
    let steps = fault.path.steps();
    let (steps, occurrence) = match (fault.problem, steps.split_last()) {
        // Of an absent member, the object that lacks it.
        (Problem::Missing, Some((_, object))) => (object, Occurrence::First),
        (Problem::Duplicate, _) => (steps, Occurrence::Second),
        (Problem::Missing, None) | (Problem::Expected(_) | Problem::Invalid(_), _) => {
            (steps, Occurrence::First)
        }
    };
    let (value, offset) = json::find(text, steps, occurrence).unwrap_or_default();
    let message = match fault.problem {
        Problem::Expected(expected) => {
            format!("expected {expected}, found {}", text::describe_json(value))
        }
        Problem::Missing => "this required member is missing".to_owned(),
        Problem::Duplicate => "this member appears twice".to_owned(),
        Problem::Invalid(message) => message.to_owned(),
    };
    Error::new(Category::Data, fault.path, message).at(Position::of(text, offset))
}

/// The error of bytes that are not UTF-8, with the path of the value that they are in.
#[cold]
pub(super) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Error {
    let end = error.valid_up_to();
    let valid = bytes.get(..end).map(String::from_utf8_lossy);
    let valid = valid.unwrap_or_default();
    let path = match syntax::explain(&valid) {
        Err(error) if error.is_incomplete() => error.path().clone(),
        _ => Path::root(),
    };
    Error::new(Category::Syntax, path, "invalid UTF-8").at(Position::of(&valid, end))
}

/// The error of a value that cannot be encoded.
#[cold]
pub(crate) fn encode<T: Shape>(value: &T) -> Error {
    let mut search = Unencodable {
        whole: T::KIND,
        found: None,
    };
    shape::walk(value, &mut search);
    let (path, message) = search
        .found
        .unwrap_or_else(|| (Path::root(), "this value cannot be encoded".to_owned()));
    Error::new(Category::Encode, path, message)
}

/// The error about a member of an input, with its position in the text that the input was read from; of an
/// absent member, that of the whole.
#[cfg(all(feature = "catalog", feature = "http"))]
pub(crate) fn located(json: &[u8], error: Error) -> Error {
    let Ok(text) = std::str::from_utf8(json) else {
        return error;
    };
    let found = json::find(text, error.path().steps(), Occurrence::First);
    let (_, offset) = found
        .or_else(|| json::find(text, &[], Occurrence::First))
        .unwrap_or_default();
    error.at(Position::of(text, offset))
}

/// Finds the first value that cannot be encoded.
struct Unencodable {
    /// The kind of the value at the root of paths.
    whole: Kind,
    found: Option<(Path, String)>,
}

impl Unencodable {
    /// The declared kind of the value at a place.
    fn kind(&self, at: &PathRef<'_>) -> Option<Kind> {
        match *at {
            PathRef::Root(_) => Some(self.whole),
            PathRef::Member(_, member) => Some(member.kind),
            PathRef::Index(list, _) => match self.kind(list)? {
                Kind::List(element) => Some(*element),
                _ => None,
            },
            PathRef::Key(map, ..) => match self.kind(map)? {
                Kind::Map(value) => Some(*value),
                _ => None,
            },
        }
    }

    /// Whether the structure at a place declares a member with this wire name.
    fn declares(&self, at: &PathRef<'_>, name: &str) -> bool {
        match self.kind(at) {
            Some(Kind::Structure(structure)) => structure.member(name).is_some(),
            _ => false,
        }
    }
}

impl Walker for Unencodable {
    fn visit(&mut self, at: &PathRef<'_>, _: Option<&'static Constraint>, value: Value<'_>) {
        let message = match (value, at) {
            (Value::Double(number), _) if !number.is_finite() => {
                format!("{number} is not a JSON number")
            }
            (Value::Timestamp(timestamp), _) if !timestamp::in_range(*timestamp) => {
                timestamp::OUT_OF_RANGE.to_owned()
            }
            (Value::UnknownMember(_), PathRef::Key(object, name, _))
                if self.declares(object, name) =>
            {
                DECLARED_NAME.to_owned()
            }
            (
                Value::Absent
                | Value::String(_)
                | Value::Boolean(_)
                | Value::Integer(_)
                | Value::Double(_)
                | Value::Timestamp(_)
                | Value::Blob(_)
                | Value::Document(_)
                | Value::Enum { .. }
                | Value::List(_)
                | Value::Map(_)
                | Value::Key(_)
                | Value::UnknownMember(_),
                _,
            ) => return,
        };
        self.found.get_or_insert_with(|| (at.to_path(), message));
    }
}
