//! An input as a request: each member where its declared location says.

mod read;

use ::http::{Request, header::CONTENT_TYPE};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(super) use self::read::read;
use super::JSON;
use crate::{
    codec,
    error::{Category, Error},
    operation::{Facts, Segment},
    path::Path,
    shape::{Location, Member, Shape, Structure},
    wire::{Context, Found, Walker},
};

/// What AWS escapes in labels and queries: all but RFC 3986's unreserved characters.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The request of an input.
pub(super) fn write<T: Shape>(facts: &Facts, input: &T) -> Result<Request<Vec<u8>>, Error> {
    let mut texts = UriTexts::default();
    input.walk(&Path::root(), &mut texts);

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
        if member.location == Location::Query {
            target.push(separator);
            target.push_str(member.wire_name);
            target.push('=');
            target.extend(utf8_percent_encode(text, ESCAPED));
            separator = '&';
        }
    }

    let request = Request::builder().method(facts.method).uri(target);
    let request = if has_body(&T::STRUCTURE) {
        let body = codec::to_vec_in(input, Context::http_body())?;
        request.header(CONTENT_TYPE, JSON).body(body)
    } else if let Some(name) = texts.homeless {
        let problem = "this operation has no such member, and no body to send it in";
        return Err(Error::new(Category::Encode, name, problem));
    } else {
        request.body(Vec::new())
    };
    request.map_err(|error| Error::new(Category::Encode, "$", error.to_string()))
}

/// Whether an operation with this input has a body.
fn has_body(input: &Structure) -> bool {
    let mut locations = input.members.iter().map(|member| member.location);
    locations.any(|location| location == Location::Body)
}

/// The texts of the members that travel in the URI.
#[derive(Default)]
struct UriTexts {
    members: Vec<(&'static Member, String)>,
    /// The path of a member that the input does not declare, which only a body can carry.
    homeless: Option<String>,
}

impl UriTexts {
    fn label(&self, wire_name: &str) -> Result<&str, Error> {
        let mut members = self.members.iter();
        let text = members.find(|(member, _)| member.wire_name == wire_name);
        let problem = match text.map(|(_, text)| text.as_str()) {
            None => "this member is part of the path and must be set",
            Some("") => "this member is part of the path and must not be empty",
            Some("." | "..") => "this member is part of the path and must not be a dot segment",
            Some(text) => return Ok(text),
        };
        Err(Error::new(Category::Encode, wire_name, problem))
    }
}

impl Walker for UriTexts {
    fn visit(&mut self, at: &Path<'_>, found: Found<'_>) {
        if let (Path::Key(Path::Root(_), ..), Found::UnknownMember(_)) = (at, found) {
            self.homeless.get_or_insert_with(|| at.to_string());
        }
        let Path::Member(Path::Root(_), member, _) = at else {
            return;
        };
        if member.location == Location::Body {
            return;
        }
        let text = match found {
            Found::String(text) | Found::Enum { text, .. } => text.to_owned(),
            Found::Integer(number) => number.to_string(),
            Found::Boolean(boolean) => boolean.to_string(),
            _ => return,
        };
        self.members.push((member, text));
    }
}
