//! The library's violations as findings, with their positions in the file.

use std::collections::HashMap;

use iot_jobs::{
    codec,
    codec::Place,
    validate::{Rule, Violation},
};

use crate::{
    check_result::{Finding, Omitted, Span},
    input::Input,
};

/// The violations of an input, up to a maximum and in the order of its text, and the numbers of the others.
pub(super) fn findings(
    input: &Input<'_>,
    violations: Vec<Violation>,
    max: usize,
) -> (Vec<Finding>, Omitted) {
    let (violations, omitted) = Omitted::beyond(max, violations);
    let text = str::from_utf8(input.text).unwrap_or_default();
    let lines_before = input.first_line() - 1;
    let places = places(text, &violations);
    // Many findings can be about one long value.
    let mut lengths = HashMap::new();
    let spans = places.into_iter().map(|place| {
        let offset = Some(place.range.start);
        let length = *lengths.entry(place.range).or_insert_with_key(|range| {
            let value = text.get(range.clone()).unwrap_or_default();
            let one_line = !value.contains('\n');
            if one_line { value.chars().count() } else { 1 }
        });
        Some(Span {
            line: lines_before + place.line,
            column: place.column,
            length: if place.exact { length } else { 1 },
            offset,
        })
    });
    let spans: Vec<_> = spans
        .chain(std::iter::repeat(None))
        .take(violations.len())
        .collect();
    let violations = violations.into_iter().zip(spans);
    let mut findings: Vec<_> = violations.map(|(it, span)| finding(it, span)).collect();
    findings.sort_by_key(|finding| finding.span.map(|span| (span.line, span.column)));
    (findings, omitted)
}

/// The place of each violation: of an unknown member or parameter its name, otherwise the value.
fn places(text: &str, violations: &[Violation]) -> Vec<Place> {
    let paths = violations.iter().map(|violation| &violation.path);
    // The input was decoded before, so that it is JSON; otherwise the findings have no positions.
    let mut places = codec::places(text, paths).unwrap_or_default();
    let of_names = violations.iter().zip(&mut places);
    let of_names = of_names.filter(|(violation, _)| {
        matches!(violation.rule, Rule::UnknownMember | Rule::ParameterUnused)
    });
    let (paths, of_names): (Vec<_>, Vec<_>) = of_names
        .map(|(violation, place)| (&violation.path, place))
        .unzip();
    if !paths.is_empty() {
        let names = codec::name_places(text, paths).unwrap_or_default();
        for (place, name) in of_names.into_iter().zip(names) {
            *place = name;
        }
    }
    places
}

/// A violation at this position.
pub(super) fn finding(violation: Violation, span: Option<Span>) -> Finding {
    Finding {
        rule: violation.rule.as_str(),
        severity: violation.severity,
        path: violation.path,
        suggestion: violation.suggestion,
        message: violation.message,
        span,
    }
}
