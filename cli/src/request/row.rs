//! A request for programs: a JSON object on one line.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    io::{self, Write},
};

use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
struct Row<'a> {
    method: &'a str,
    path: &'a str,
    query: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    body: Option<&'a RawValue>,
}

/// Writes the row of a request with this body.
pub(super) fn write(
    out: &mut impl Write,
    request: &http::Request<Vec<u8>>,
    body: &str,
) -> io::Result<()> {
    let text = |escaped| percent_decode_str(escaped).decode_utf8_lossy();
    let pairs = request.uri().query().unwrap_or_default().split('&');
    let row = Row {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: pairs
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (text(name), text(value)))
            .collect(),
        body: match body {
            "" => None,
            json => Some(serde_json::from_str(json)?),
        },
    };
    serde_json::to_writer(&mut *out, &row)?;
    writeln!(out)
}
