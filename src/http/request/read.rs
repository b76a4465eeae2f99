//! A request as an input: the members of path, query and body in one.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use ::http::{Request, Uri};
use percent_encoding::percent_decode_str;
use serde_json::{Value, value::RawValue};

use crate::{
    codec,
    error::{Category, Error},
    facts::{Kind, Location, Member, OperationFacts, Structure},
    path::Path,
    shape::Shape,
    text,
};

/// The input of a request.
pub(in crate::http) fn read<T: Shape>(
    facts: &OperationFacts,
    request: &Request<impl AsRef<[u8]>>,
) -> Result<T, Error> {
    let labels = (request.method() == facts.method)
        .then(|| facts.labels(request.uri().path()))
        .flatten()
        .ok_or_else(|| mismatch(facts, request))?;

    let mut members = UriMembers::default();
    for (name, escaped) in labels {
        members.label(&T::STRUCTURE, name, escaped)?;
    }
    for (name, escaped) in query(request.uri()) {
        members.query(&T::STRUCTURE, name, escaped)?;
    }
    let body = request.body().as_ref();
    let Ok(text) = std::str::from_utf8(body) else {
        return codec::from_slice(body);
    };
    all_in_place(&T::STRUCTURE, text)?;
    codec::from_str(&merged(text, &members.json.join(",")))
}

/// The members of a path and a query, as those of a JSON object.
#[derive(Default)]
struct UriMembers {
    json: Vec<String>,
    seen: BTreeSet<&'static str>,
}

impl UriMembers {
    fn label(&mut self, input: &Structure, name: &str, escaped: &str) -> Result<(), Error> {
        let Some(member) = member(input, name, Location::Label) else {
            return Ok(());
        };
        let text = decoded(member, escaped)?;
        if matches!(&*text, "." | "..") {
            return Err(error(member, "a label must not be a dot segment"));
        }
        self.push(member, &text)
    }

    fn query(&mut self, input: &Structure, name: &str, escaped: &str) -> Result<(), Error> {
        // Signing and proxies add other parameters to a query.
        let name = percent_decode_str(name).decode_utf8_lossy();
        let Some(member) = member(input, &name, Location::Query) else {
            return Ok(());
        };
        let escaped = spaced(escaped);
        let text = decoded(member, &escaped)?;
        self.push(member, &text)
    }

    fn push(&mut self, member: &'static Member, value: &str) -> Result<(), Error> {
        if !self.seen.insert(member.wire_name) {
            return Err(error(member, "this member appears twice"));
        }
        let json = match member.kind {
            Kind::Integer => value.parse::<i32>().ok().map(Value::from),
            Kind::Long => value.parse::<i64>().ok().map(Value::from),
            Kind::Boolean => value.parse::<bool>().ok().map(Value::from),
            Kind::String
            | Kind::Double
            | Kind::Timestamp
            | Kind::Blob
            | Kind::LenientBoolean
            | Kind::LenientInteger
            | Kind::Document
            | Kind::Enum(_)
            | Kind::Structure(_)
            | Kind::List(_)
            | Kind::Map(_) => Some(Value::from(value)),
        };
        let json = json.ok_or_else(|| {
            let (expected, found) = (member.kind.expected(), text::quoted(value));
            error(member, format!("expected {expected}, found {found}"))
        })?;
        self.json
            .push(format!("{}:{json}", Value::from(member.wire_name)));
        Ok(())
    }
}

/// The member with this name, if it has this location.
fn member(input: &Structure, name: &str, location: Location) -> Option<&'static Member> {
    input.member(name).filter(|it| it.location == location)
}

fn error(member: &Member, problem: impl Into<String>) -> Error {
    Error::new(
        Category::Data,
        Path::root().member(member.wire_name),
        problem,
    )
}

/// The percent-decoded text.
fn decoded<'t>(member: &Member, escaped: &'t str) -> Result<Cow<'t, str>, Error> {
    let text = percent_decode_str(escaped).decode_utf8();
    text.map_err(|_| error(member, "percent-encoded bytes that are not UTF-8"))
}

/// A part of a query with spaces in place of plus signs, as web forms encode them.
fn spaced(escaped: &str) -> Cow<'_, str> {
    if escaped.contains('+') {
        return Cow::Owned(escaped.replace('+', "%20"));
    }
    Cow::Borrowed(escaped)
}

/// Name and value of each member of a query, still escaped.
fn query(uri: &Uri) -> impl Iterator<Item = (&str, &str)> {
    let pairs = uri.query().unwrap_or_default().split('&');
    pairs
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// Rejects a body with members of the path or the query, which the service would ignore.
fn all_in_place(input: &Structure, body: &str) -> Result<(), Error> {
    // Decoding rejects a body that is not an object.
    let names: BTreeMap<String, &RawValue> = serde_json::from_str(body).unwrap_or_default();
    let members = names.keys().filter_map(|name| input.member(name));
    for member in members {
        let place = match member.location {
            Location::Body => continue,
            Location::Label => "the path",
            Location::Query => "the query",
        };
        let problem = format!("this member travels in {place}, found it in the body");
        return Err(error(member, problem));
    }
    Ok(())
}

/// A body with the URI's members after its own, so that errors in it keep their position.
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

/// The error of a request for another operation.
fn mismatch<B>(facts: &OperationFacts, request: &Request<B>) -> Error {
    let (method, path) = (request.method(), text::quoted(request.uri().path()));
    let message = format!(
        "expected {} {}, found {} {path}",
        facts.method,
        facts.uri,
        text::quoted(method.as_str()).trim_matches('"'),
    );
    Error::new(Category::Data, Path::root(), message)
}
