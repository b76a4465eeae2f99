//! What is said of a job document, whose schema is detected.

use std::borrow::Cow;

use iot_jobs::{
    Error, codec,
    document::{
        Content, Document, Schema, StepsDocument,
        placeholder::{Values, substitute},
    },
    validate::{Rule, Violation},
};

use super::{Decoded, Finding, Spot, Verdict};
use crate::input::Input;

impl Verdict {
    /// What is wrong with a job document, after values were put in the place of its parameters.
    pub(crate) fn of_document(input: &Input<'_>, values: Option<&Values>) -> Self {
        read(input, values).unwrap_or_else(|error| Self::undecoded(input, &error))
    }
}

/// Reads a document; only what is not JSON text is an error.
fn read(input: &Input<'_>, values: Option<&Values>) -> Result<Verdict, Error> {
    let text = String::from_utf8_lossy(input.text);
    if let Cow::Owned(_) = text {
        // Any shape finds the place of bytes that are no text.
        codec::from_slice::<StepsDocument>(input.text)?;
    }
    let detected = Document::detect(&text)?;
    let mut substituted = Cow::Borrowed(&*text);
    let mut given = Vec::new();
    let mut violations = Vec::new();
    match values.map(|values| substitute(&text, values)) {
        None => {}
        Some(Ok(document)) => substituted = document.into(),
        Some(Err(refused)) => (given, violations) = refused.into_iter().partition(is_about_given),
    }
    for violation in Document::check(&substituted)? {
        // Checking and substituting find the same malformed placeholders.
        if !violations.contains(&violation) {
            violations.push(violation);
        }
    }
    // Substitution changes what strings hold, not where values stand: the places are the file's.
    let mut findings = Finding::all(input, violations);
    findings.extend(
        given
            .into_iter()
            .map(|violation| Finding::of(violation, None)),
    );
    Ok(Verdict {
        shape: name(detected.schema).to_owned(),
        why: Some(detected.why),
        decoded: decoded(&substituted).map_err(|error| {
            let place = codec::locate(&text, error.path());
            let spot = place.map(|(line, column)| Spot::at(line, column));
            Finding {
                spot,
                ..Finding::of_error(&error)
            }
        }),
        findings,
    })
}

/// Whether a violation is about a value that was given, which stands in no file.
fn is_about_given(violation: &Violation) -> bool {
    let of_document = [Rule::Placeholder, Rule::PlaceholderValue, Rule::Bytes];
    violation.path.starts_with("documentParameters") && !of_document.contains(&violation.rule)
}

fn decoded(text: &str) -> Result<Decoded, Error> {
    match text.parse::<Document>()?.content() {
        Content::Steps(steps) => Decoded::of(steps),
        Content::Operation(operation) => Decoded::of(operation),
        Content::Ota(ota) => Decoded::of(ota),
        _ => Ok(Decoded {
            canonical: codec::compact(text),
            unknown: Vec::new(),
        }),
    }
}

/// The name by which --as knows a schema; `document` where it knows none.
fn name(schema: Schema) -> &'static str {
    match schema {
        Schema::Steps => "document.StepsDocument",
        Schema::Operation => "document.OperationDocument",
        Schema::Ota => "document.OtaDocument",
        _ => "document",
    }
}
