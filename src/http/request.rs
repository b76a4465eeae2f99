//! An input as a request: each member at its declared location.

mod read;

use ::http::{Request, header::CONTENT_TYPE};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(super) use self::read::read;
use super::JSON;
use crate::{
    codec,
    constraint::Constraint,
    error::{Category, Error},
    facts::{Location, Member, OperationFacts, Segment, Structure},
    path::{Path, PathRef},
    shape::{self, Shape},
    wire::{Context, Value, Walker},
};

/// What AWS escapes in labels and queries: all but RFC 3986's unreserved characters.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The request of an input.
pub(super) fn write<T: Shape>(
    facts: &OperationFacts,
    input: &T,
) -> Result<Request<Vec<u8>>, Error> {
    let mut texts = UriTexts::default();
    shape::walk(input, &mut texts);

    let mut target = String::new();
    for segment in facts.segments() {
        target.push('/');
        match segment {
            Segment::Literal(text) => target.push_str(text),
            Segment::Label(name) => {
                target.extend(utf8_percent_encode(texts.label(name)?, ESCAPED));
            }
        }
    }
    let mut separator = '?';
    for (member, text) in &texts.members {
        match member.location {
            Location::Query => {
                target.push(separator);
                target.push_str(member.wire_name);
                target.push('=');
                target.extend(utf8_percent_encode(text, ESCAPED));
                separator = '&';
            }
            Location::Label | Location::Body => {}
        }
    }

    let request = Request::builder().method(facts.method).uri(target);
    let request = if has_body(&T::STRUCTURE) {
        let body = codec::to_string_in(input, Context::http_body())?.into_bytes();
        request.header(CONTENT_TYPE, JSON).body(body)
    } else if let Some(name) = texts.undeclared {
        let problem = "this operation has no such member, and no body to send it in";
        return Err(Error::new(Category::Encode, name, problem));
    } else {
        request.body(Vec::new())
    };
    request.map_err(|error| Error::new(Category::Encode, Path::root(), error.to_string()))
}

/// Whether an operation with this input has a body.
fn has_body(input: &Structure) -> bool {
    let mut locations = input.members.iter().map(|member| member.location);
    locations.any(|location| location == Location::Body)
}

/// The texts of the members in the URI.
#[derive(Default)]
struct UriTexts {
    members: Vec<(&'static Member, String)>,
    /// The path of a member that the input does not declare, which only a body can contain.
    undeclared: Option<Path>,
}

impl UriTexts {
    fn label(&self, wire_name: &'static str) -> Result<&str, Error> {
        let mut members = self.members.iter();
        let text = members.find(|(member, _)| member.wire_name == wire_name);
        let problem = match text.map(|(_, text)| text.as_str()) {
            None => "this member is part of the path and must be set",
            Some("") => "this member is part of the path and must not be empty",
            Some("." | "..") => "this member is part of the path and must not be a dot segment",
            Some(text) => return Ok(text),
        };
        let path = Path::root().member(wire_name);
        Err(Error::new(Category::Encode, path, problem))
    }
}

impl Walker for UriTexts {
    fn visit(&mut self, at: &PathRef<'_>, _: Option<&'static Constraint>, value: Value<'_>) {
        if let (PathRef::Key(PathRef::Root(_), ..), Value::UnknownMember(_)) = (at, value) {
            self.undeclared.get_or_insert_with(|| at.to_path());
        }
        let PathRef::Member(PathRef::Root(_), member) = at else {
            return;
        };
        match member.location {
            Location::Label | Location::Query => {}
            Location::Body => return,
        }
        let text = match value {
            Value::String(text) | Value::Enum { text, .. } => text.to_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Boolean(boolean) => boolean.to_string(),
            Value::Absent
            | Value::Double(_)
            | Value::Timestamp(_)
            | Value::Blob(_)
            | Value::Document(_)
            | Value::List(_)
            | Value::Map(_)
            | Value::Key(_)
            | Value::UnknownMember(_) => return,
        };
        self.members.push((member, text));
    }
}
