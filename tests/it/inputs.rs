//! Right and wrong texts as people write them, in equal parts; with each, what is documented about it and what is found.
//!
//! A line of `tests/inputs/*.ndjson` is one text: `expected` lists severity, path and rule of every finding.

use std::fs;

use iot_jobs::{Error, catalog, check::Checks};
use serde::Deserialize;
use serde_json::value::RawValue;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/inputs");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'t> {
    /// The shape, or `document` for a job document.
    shape: String,
    /// What is documented.
    because: String,
    expected: Vec<String>,
    #[serde(borrow)]
    input: &'t RawValue,
}

impl Row<'_> {
    fn found(&self) -> Vec<String> {
        let text = self.input.get();
        let checks = Checks::new();
        let mut found = Vec::new();
        let violations = if self.shape == "document" {
            checks.check_document(text).unwrap()
        } else {
            let entry = catalog::find_shape(&self.shape)
                .unwrap_or_else(|| panic!("no shape {}", self.shape));
            let structure = entry.structure();
            let decode = |text: &str| Ok::<_, Error>(entry.decode(text)?.violations());
            match decode(text) {
                Ok(of_value) => checks.complete(structure, text, of_value),
                Err(error) => {
                    found.push(format!("error {} decode", error.path()));
                    checks.beside_error(structure, text, &error, &decode)
                }
            }
        };
        let violations = violations.iter();
        found.extend(violations.map(|it| format!("{} {} {}", it.severity, it.path, it.rule)));
        found
    }
}

#[test]
fn what_is_found_is_what_is_documented() {
    let mut files: Vec<_> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let (mut right, mut wrong, mut differences) = (0, 0, Vec::new());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            let row: Row<'_> = serde_json::from_str(line).unwrap();
            *if row.expected.is_empty() {
                &mut right
            } else {
                &mut wrong
            } += 1;
            let found = row.found();
            if found != row.expected {
                differences.push(format!(
                    "{}:{}: {}: {}\n  expected {:?}\n  found    {found:?}",
                    file.display(),
                    number + 1,
                    row.shape,
                    row.because,
                    row.expected,
                ));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(right >= 150 && wrong >= 150, "{right} right, {wrong} wrong");
}
