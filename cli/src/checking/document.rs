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

use super::{decode_error, violations};
use crate::{
    check_result::{CheckResult, Decoded, Finding, Span},
    input::Input,
};

/// Checks a job document, with its placeholders replaced by these values.
pub fn check_document<'a>(
    input: &Input<'a>,
    values: Option<&Values>,
    checks: Checks,
) -> CheckResult<'a> {
    check_json(input, values, checks).unwrap_or_else(|error| CheckResult {
        input: *input,
        shape: schema_name(Schema::Custom).to_owned(),
        detected_by: None,
        decoded: Err(decode_error::finding(&error)),
        violations: Vec::new(),
        violations_have_error: false,
    })
}

/// Checks a document; only text that is not JSON is an error.
fn check_json<'a>(
    input: &Input<'a>,
    values: Option<&Values>,
    checks: Checks,
) -> Result<CheckResult<'a>, Error> {
    let (text, detected) = decode_error::detect(input.text)?;
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
    let mut findings = violations::findings(input, of_document);
    let of_values = of_values.into_iter();
    findings.extend(of_values.map(|violation| violations::finding(violation, None)));
    Ok(CheckResult {
        input: *input,
        shape: schema_name(detected.schema).to_owned(),
        detected_by: Some(detected.reason),
        decoded: decode(&substituted).map_err(|error| {
            let position = codec::locate(&text, error.path());
            let span = position.map(|(line, column)| Span::character(line, column));
            Finding {
                span,
                ..decode_error::finding(&error)
            }
        }),
        violations_have_error: !findings.is_empty(),
        violations: findings,
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

fn decode(text: &str) -> Result<Decoded, Error> {
    match text.parse::<Document>()?.content() {
        Content::Steps(steps) => decoded(steps),
        Content::Operation(operation) => decoded(operation),
        Content::Ota(ota) => decoded(ota),
        _ => Ok(Decoded {
            canonical: codec::compact(text),
            unknown: Vec::new(),
        }),
    }
}

fn decoded<T: Shape>(value: &T) -> Result<Decoded, Error> {
    Ok(Decoded {
        canonical: codec::to_string(value)?,
        unknown: value.unknown(),
    })
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
