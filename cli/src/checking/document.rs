//! Job documents, whose schema is detected.

use std::borrow::Cow;

use iot_jobs::{
    Error, Path,
    check::Checks,
    codec,
    document::{
        Content, Document, Schema,
        placeholder::{Values, substitute},
    },
    shape::Shape,
    validate::{Rule, Violation},
};

use super::{decode_error, looks_like::looks_like, violations};
use crate::{
    check_result::{CheckResult, Decoded, Finding, Omitted, Span},
    input::Input,
};

/// Checks a job document, with its placeholders replaced by these values; findings beyond the maximum are counted.
pub fn check_document<'a>(
    input: &Input<'a>,
    values: Option<&Values>,
    checks: Checks,
    max_findings: usize,
) -> CheckResult<'a> {
    check_json(input, values, checks, max_findings).unwrap_or_else(|error| CheckResult {
        input: *input,
        looks_like: None,
        shape: schema_name(Schema::Custom).to_owned(),
        detected_by: None,
        decoded: Err(decode_error::finding(&error, input)),
        violations: Vec::new(),
        omitted: Omitted::default(),
        violations_have_error: false,
    })
}

/// Checks a document; only text that is not JSON is an error.
fn check_json<'a>(
    input: &Input<'a>,
    values: Option<&Values>,
    checks: Checks,
    max_findings: usize,
) -> Result<CheckResult<'a>, Error> {
    let text = decode_error::text(input.text)?;
    let detected = Document::detect(&text)?;
    let mut substituted = Cow::Borrowed(&*text);
    let mut of_values = Vec::new();
    let mut of_document = Vec::new();
    match values.map(|values| substitute(&text, values)) {
        None => {}
        Some(Ok(document)) => substituted = document.into(),
        Some(Err(violations)) => {
            (of_values, of_document) = violations.into_iter().partition(is_of_value);
        }
    }
    // Checking finds the same malformed placeholders as substituting.
    of_document.retain(|violation| violation.rule != Rule::Placeholder);
    of_document.extend(checks.check_document(&substituted)?);
    // Substitution changes the content of strings and not the order of values, so that the positions are
    // those of the file.
    let violations_have_error = !(of_document.is_empty() && of_values.is_empty());
    let (mut findings, omitted) = violations::findings(input, of_document, max_findings);
    let of_values = of_values.into_iter();
    findings.extend(of_values.map(|violation| violations::finding(violation, None)));
    Ok(CheckResult {
        input: *input,
        looks_like: match detected.schema {
            Schema::Custom => looks_like(&text),
            _ => None,
        },
        shape: schema_name(detected.schema).to_owned(),
        detected_by: Some(detected.reason),
        decoded: decode(&substituted, max_findings).map_err(|error| {
            let position = codec::locate(&text, error.path());
            let span = position.map(|(line, column)| Span::character(line, column));
            Finding {
                span,
                ..decode_error::finding(&error, input)
            }
        }),
        violations_have_error,
        violations: findings,
        omitted,
    })
}

/// Whether a violation concerns a value of the command line, which has no position in the file.
fn is_of_value(violation: &Violation) -> bool {
    let of_document = [Rule::Placeholder, Rule::PlaceholderValue, Rule::Bytes];
    violation
        .path
        .starts_with(&Path::root().member("documentParameters"))
        && !of_document.contains(&violation.rule)
}

fn decode(text: &str, max: usize) -> Result<Decoded, Error> {
    match text.parse::<Document>()?.content() {
        Content::Steps(steps) => decoded(steps, max),
        Content::Operation(operation) => decoded(operation, max),
        Content::Ota(ota) => decoded(ota, max),
        _ => Ok(Decoded::new(codec::compact(text), Vec::new(), max)),
    }
}

fn decoded<T: Shape>(value: &T, max: usize) -> Result<Decoded, Error> {
    let canonical = codec::to_string(value)?;
    Ok(Decoded::new(canonical, value.unknown(), max))
}

/// The name of a schema's shape for `--as`, or `document`.
fn schema_name(schema: Schema) -> &'static str {
    match schema {
        Schema::Steps => "document.StepsDocument",
        Schema::Operation => "document.OperationDocument",
        Schema::Ota => "document.OtaDocument",
        _ => "document",
    }
}
