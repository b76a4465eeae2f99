//! Inputs in YAML, which are checked as JSON.

use iot_jobs::{Path, validate::Severity};

use super::decode_error;
use crate::{
    check_result::{CheckResult, Finding, Omitted, Span},
    input::Input,
    yaml::{self, Converted, Place, YamlError},
};

/// Checks an input in YAML as JSON; line and column are those of the YAML.
pub(super) fn check_yaml<'a>(
    input: &Input<'a>,
    shape: &str,
    check_json: impl for<'j> FnOnce(&Input<'j>) -> CheckResult<'j>,
) -> CheckResult<'a> {
    let text = decode_error::text(input.text);
    let converted = match &text {
        Ok(text) => yaml::convert(text).map_err(finding),
        Err(error) => Err(decode_error::finding(error, input)),
    };
    let converted = match converted {
        Ok(converted) => converted,
        Err(finding) => {
            return CheckResult {
                input: *input,
                looks_like: None,
                shape: shape.to_owned(),
                detected_by: None,
                decoded: Err(finding),
                violations: Vec::new(),
                omitted: Omitted::default(),
                violations_have_error: false,
            };
        }
    };
    let json = Input {
        text: converted.json.as_bytes(),
        ..*input
    };
    let result = check_json(&json);
    let mut violations = result.violations;
    in_yaml(&converted, &json, &mut violations);
    CheckResult {
        input: *input,
        looks_like: result.looks_like,
        shape: result.shape,
        detected_by: result.detected_by,
        decoded: result.decoded.map_err(|mut error| {
            in_yaml(&converted, &json, std::slice::from_mut(&mut error));
            error
        }),
        violations,
        omitted: result.omitted,
        violations_have_error: result.violations_have_error,
    }
}

/// Replaces the positions in the JSON text by those in the YAML.
fn in_yaml(converted: &Converted<'_>, json: &Input<'_>, findings: &mut [Finding]) {
    for span in findings.iter_mut().filter_map(|it| it.span.as_mut()) {
        span.offset = span
            .offset
            .or_else(|| json.offset_of(span.line, span.column));
    }
    // Positions are found in the order of the JSON text.
    findings.sort_by_key(|finding| finding.span.and_then(|span| span.offset));
    let mut positions = converted.positions();
    for finding in &mut *findings {
        finding.span = finding.span.and_then(|span| {
            let place = positions.of(span.offset?, span.length)?;
            Some(span_of(place))
        });
    }
    findings.sort_by_key(|finding| finding.span.map(|span| (span.line, span.column)));
}

fn span_of(place: Place) -> Span {
    Span {
        line: place.line,
        column: place.column,
        length: place.length,
        offset: Some(place.offset),
    }
}

fn finding(error: YamlError) -> Finding {
    Finding {
        rule: Finding::DECODE,
        severity: Severity::Error,
        path: Path::root(),
        suggestion: None,
        message: error.message,
        span: Some(Span::character(error.line, error.column)),
    }
}
