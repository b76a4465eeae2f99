//! What the checks of a text find: in a payload of any shape, and in a CloudFormation template.

use std::ops::Range;

use iot_jobs::{
    Error, catalog::ShapeEntry, check::Checks, cloudformation, codec, validate::Violation,
};

use crate::{
    json::Json,
    shapes::{self, ALL},
};

/// Checks a text as the shape that a number selects; every number selects one.
pub fn check_payload(number: usize, text: &str) {
    let entry = shapes::select(&ALL, number).entry;
    let found = violations_of(&entry, text);
    if Json::read(text).is_none() {
        assert!(found.is_empty(), "{found:?}");
        return;
    }
    places(text, &found);
    assert_eq!(violations_of(&entry, text), found);
}

fn violations_of(entry: &ShapeEntry, text: &str) -> Vec<Violation> {
    let checks = Checks::new().advice();
    let structure = entry.structure();
    let decode = |text: &str| Ok::<_, Error>(entry.decode(text)?.violations_by(&checks));
    match decode(text) {
        Ok(of_value) => checks.complete(structure, text, of_value),
        Err(error) => checks.beside_error(structure, text, &error, &decode),
    }
}

/// Checks a text as a template.
pub fn check_template(text: &str) {
    let checks = Checks::new().advice();
    let found = cloudformation::check(text, &checks);
    assert_eq!(found.is_ok(), Json::read(text).is_some());
    let Ok(found) = found else {
        return;
    };
    if cloudformation::is_template(text) {
        let missing =
            |found: &Violation| found.path == "Resources" && found.message.contains("none");
        assert!(!found.iter().any(missing), "{found:?}");
    }
    let starts = places(text, &found);
    assert!(
        starts.is_sorted_by_key(|place| place.start),
        "the order of the text"
    );
    assert_eq!(cloudformation::check(text, &checks).ok(), Some(found));
}

/// Checks that every violation has a place in the text; returns the places.
fn places(text: &str, violations: &[Violation]) -> Vec<Range<usize>> {
    for violation in violations {
        assert!(!violation.message.is_empty());
    }
    let paths = violations.iter().map(|violation| &violation.path);
    let places = codec::places(text, paths).expect("JSON has places");
    assert_eq!(places.len(), violations.len());
    let places = places.into_iter().map(|place| {
        assert!(place.line > 0 && place.column > 0);
        assert!(text.get(place.range.clone()).is_some());
        place.range
    });
    places.collect()
}
