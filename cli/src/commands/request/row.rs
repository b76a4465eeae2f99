//! A request as a JSON object on one line.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    io::{self, Write},
};

use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
struct RequestRow<'a> {
    method: &'a str,
    path: &'a str,
    query: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    body: Option<&'a RawValue>,
}

/// Writes a request with this body.
pub(super) fn write_row(
    out: &mut impl Write,
    request: &http::Request<Vec<u8>>,
    body: &str,
) -> io::Result<()> {
    let decode = |encoded| percent_decode_str(encoded).decode_utf8_lossy();
    let pairs = request.uri().query().unwrap_or_default().split('&');
    let row = RequestRow {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: pairs
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decode(name), decode(value)))
            .collect(),
        body: match body {
            "" => None,
            json => Some(serde_json::from_str(json)?),
        },
    };
    serde_json::to_writer(&mut *out, &row)?;
    writeln!(out)
}
