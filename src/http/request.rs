//! An input as a request: each member where its declared location says.

use std::borrow::Cow;

use ::http::{Request, Uri, header::CONTENT_TYPE};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::JSON;
use crate::{
    codec,
    error::{Category, Error},
    operation::{Facts, Segment},
    path::Path,
    shape::{Kind, Location, Member, Shape, Structure},
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
    let mut texts = UriTexts(Vec::new());
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
    for (member, text) in &texts.0 {
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
struct UriTexts(Vec<(&'static Member, String)>);

impl UriTexts {
    fn label(&self, wire_name: &str) -> Result<&str, Error> {
        let texts = &mut self.0.iter();
        let text = texts.find(|(member, _)| member.wire_name == wire_name);
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
        let Path::Member(Path::Root(_), member) = at else {
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
        self.0.push((member, text));
    }
}

/// The input of a request.
pub(super) fn read<T: Shape>(
    facts: &Facts,
    request: &Request<impl AsRef<[u8]>>,
) -> Result<T, Error> {
    let labels = (request.method() == facts.method)
        .then(|| facts.labels(request.uri().path()))
        .flatten()
        .ok_or_else(|| mismatch(facts, request))?;
    let labels = labels
        .into_iter()
        .map(|(name, text)| (Location::Label, name, text));
    let query = query(request.uri()).map(|(name, text)| (Location::Query, name, text));
    let mut members = Vec::new();
    for (location, name, text) in labels.chain(query) {
        // What signing and proxies add to a query is no member.
        if let Some(member) = T::STRUCTURE.member(name).filter(|m| m.location == location) {
            members.push(json_member(member, text)?);
        }
    }
    let members = members.join(",");
    let body = std::str::from_utf8(request.body().as_ref());
    match body.map(|body| merged(body, &members)) {
        Ok(json) => codec::from_str(&json),
        Err(_) => codec::from_slice(request.body().as_ref()),
    }
}

/// A body with the URI's members behind its own, so that errors in it keep their position.
fn merged<'b>(body: &'b str, members: &str) -> Cow<'b, str> {
    let trimmed = body.trim_ascii_end();
    if trimmed.is_empty() {
        return Cow::Owned(format!("{{{members}}}"));
    }
    let Some(open) = trimmed.strip_suffix('}').filter(|_| !members.is_empty()) else {
        return Cow::Borrowed(body);
    };
    let comma = if open.trim_ascii() == "{" { "" } else { "," };
    Cow::Owned(format!("{open}{comma}{members}}}"))
}

/// A member of the URI as a member of a JSON object.
fn json_member(member: &Member, escaped: &str) -> Result<String, Error> {
    let error = |problem: String| Error::new(Category::Data, member.wire_name, problem);
    let text = percent_decode_str(escaped)
        .decode_utf8()
        .map_err(|_| error("invalid UTF-8 behind the percent signs".to_owned()))?;
    let fits = match member.kind {
        Kind::Integer => text.parse::<i32>().is_ok(),
        Kind::Long => text.parse::<i64>().is_ok(),
        Kind::Boolean => text.parse::<bool>().is_ok(),
        _ => return Ok(format!("{:?}:{}", member.wire_name, Value::from(text))),
    };
    if !fits {
        let (expected, found) = (member.kind.expected(), codec::shown(&text));
        return Err(error(format!("expected {expected}, found {found}")));
    }
    let digits = text.trim_start_matches('+');
    Ok(format!("{:?}:{digits}", member.wire_name))
}

/// The error of a request that is another operation's.
fn mismatch<B>(facts: &Facts, request: &Request<B>) -> Error {
    let (method, path) = (request.method(), codec::shown(request.uri().path()));
    let message = format!(
        "expected {} {}, found {} {path}",
        facts.method,
        facts.uri,
        codec::shown(method.as_str()).trim_matches('"'),
    );
    Error::new(Category::Data, "$", message)
}

/// Name and escaped value of each member of a query.
fn query(uri: &Uri) -> impl Iterator<Item = (&str, &str)> {
    let pairs = uri.query().unwrap_or_default().split('&');
    pairs
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}
