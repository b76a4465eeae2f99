//! Wrong inputs as people write them, with each finding and its place.
//!
//! In `tests/places/*.txt`, inputs are separated by empty lines. Each has a comment with what is documented, the shape or
//! `document`, the expected findings, and its text, in which `«` is before the line and column of each finding.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "functions of a test; clippy only exempts the bodies of tests"
)]

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::run::run_on;

/// A line and a column.
type Position = (u64, u64);

struct Row {
    shape: String,
    findings: BTreeSet<String>,
    places: BTreeSet<Position>,
    text: String,
}

/// Reads an input.
fn row(block: &str) -> Row {
    let mut lines = block.lines().filter(|line| !line.starts_with('#'));
    let shape = lines.next().unwrap().to_owned();
    let (findings, text): (Vec<_>, Vec<_>) =
        lines.partition(|line| line.starts_with("error ") || line.starts_with("warning "));
    let mut places = BTreeSet::new();
    for (number, line) in (1..).zip(&text) {
        for (earlier, (column, _)) in line.match_indices('«').enumerate() {
            let column = line[..column].chars().count() - earlier + 1;
            places.insert((number, u64::try_from(column).unwrap()));
        }
    }
    Row {
        shape,
        findings: findings.into_iter().map(ToOwned::to_owned).collect(),
        places,
        text: text.join("\n").replace('«', ""),
    }
}

/// The findings and their places that the command reports.
fn check(row: &Row) -> (BTreeSet<String>, BTreeSet<Position>) {
    let mut arguments = vec!["check", "--no-advice", "--format=json", "-"];
    let document = row.shape == "document";
    if !document {
        arguments.extend(["--as", &row.shape]);
    }
    let report: Value = serde_json::from_str(&run_on(&row.text, &arguments).stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let place = |found: &Value| {
        (
            found["line"].as_u64().unwrap(),
            found["column"].as_u64().unwrap(),
        )
    };
    let (mut findings, mut places) = (BTreeSet::new(), BTreeSet::new());
    // The error of a document is among its violations.
    if let Some(error) = report.get("error").filter(|_| !document) {
        findings.insert(format!("error decode: {}", text(&error["path"])));
        places.insert(place(error));
    }
    for found in report["violations"].as_array().into_iter().flatten() {
        let [severity, rule, path] = ["severity", "rule", "path"].map(|name| text(&found[name]));
        findings.insert(format!("{severity} {rule}: {path}"));
        places.insert(place(found));
    }
    (findings, places)
}

#[test]
fn every_finding_has_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/places");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for block in text.split("\n\n") {
            let row = row(block);
            let expected = (row.findings.clone(), row.places.clone());
            assert_eq!(check(&row), expected, "{block}");
            assert_ne!(expected.0.len(), 0, "{block}");
            count += 1;
        }
    }
    assert!(count >= 60, "{count} inputs");
}
