//! Every operation's requests: a table of inputs and what is sent for them, read both ways.

mod devices;
mod executions;
mod jobs;
mod read;
mod settings;
mod templates;
mod written;

use http::Request;
use iot_jobs::{catalog, codec, facts::OperationFacts, http::Binding};
use serde_json::Value;

/// The input's members in canonical JSON, and the method, path, query and body they make.
pub(crate) type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// An operation with its rows.
pub(crate) struct Table {
    /// The name in the catalog.
    pub(crate) name: String,
    pub(crate) facts: &'static OperationFacts,
    pub(crate) rows: &'static [Row],
    check: fn(&Row),
}

/// The rows of an operation of the control plane.
fn rows<O: Binding>(rows: &'static [Row]) -> Table {
    Table {
        name: O::FACTS.name.to_owned(),
        facts: &O::FACTS,
        rows,
        check: both_ways::<O>,
    }
}

/// Every operation's table, the control plane's first.
pub(crate) fn tables() -> Vec<Table> {
    let mut tables = settings::tables();
    tables.extend(jobs::tables());
    tables.extend(executions::tables());
    tables.extend(templates::tables());
    tables.sort_by(|one, other| one.name.cmp(&other.name));
    tables.extend(devices::tables().into_iter().map(|table| Table {
        name: format!("device.{}", table.name),
        ..table
    }));
    tables
}

/// A request as it would come over the wire.
pub(crate) fn request(method: &str, path: &str, query: &str, body: &str) -> Request<Vec<u8>> {
    let mark = if query.is_empty() { "" } else { "?" };
    Request::builder()
        .method(method)
        .uri(format!("{path}{mark}{query}"))
        .body(body.as_bytes().to_vec())
        .unwrap()
}

fn both_ways<O: Binding>(row: &Row) {
    let (json, method, path, query, body) = *row;
    let input: O::Input = codec::from_str(json).unwrap();
    let sent = O::to_request(&input).unwrap();
    assert_parts(&sent, row);

    let received = O::from_request(&request(method, path, query, body)).unwrap();
    assert_eq!(received, input, "{row:?}");
    assert_eq!(codec::to_string(&received).unwrap(), json, "{row:?}");
}

fn assert_parts(sent: &Request<Vec<u8>>, row: &Row) {
    let (_, method, path, query, body) = *row;
    let parts = (
        sent.method().as_str(),
        sent.uri().path(),
        sent.uri().query().unwrap_or_default(),
        std::str::from_utf8(sent.body()).unwrap(),
    );
    assert_eq!(parts, (method, path, query, body), "{row:?}");
    // A body that stands in the table must be JSON, or the comparison says little.
    let has_body = !body.is_empty();
    assert!(!has_body || serde_json::from_str::<Value>(body).is_ok());
    let json = has_body.then_some("application/json");
    let content_type = sent.headers().get("content-type");
    assert_eq!(content_type.map(|value| value.to_str().unwrap()), json);
}

#[test]
fn each_row_passes_both_ways() {
    for table in tables() {
        for row in table.rows {
            (table.check)(row);
        }
    }
}

#[test]
fn each_row_passes_by_the_operations_name() {
    for table in tables() {
        let entry = catalog::find_operation(&table.name).unwrap();
        for row in table.rows {
            assert_parts(&entry.request(row.0).unwrap(), row);
        }
    }
}

#[test]
fn no_operation_is_without_rows() {
    let named: Vec<_> = tables().into_iter().map(|table| table.name).collect();
    let all: Vec<_> = catalog::operations().map(|entry| entry.name()).collect();
    assert_eq!(named, all);
    assert_eq!(all.len(), 24);
    for table in tables() {
        assert!(table.rows.len() >= 2, "{} has too few rows", table.name);
    }
}

#[test]
fn every_member_stands_in_some_row() {
    for table in tables() {
        let inputs: Vec<Value> = table
            .rows
            .iter()
            .map(|row| serde_json::from_str(row.0).unwrap())
            .collect();
        for member in table.facts.input.members {
            let stands = inputs.iter().any(|it| it.get(member.wire_name).is_some());
            assert!(stands, "{}.{} has no row", table.name, member.wire_name);
        }
    }
}
