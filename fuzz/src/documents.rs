//! Job documents and their placeholders.

use iot_jobs::{
    codec,
    device::types::{JobDocument, JobExecution},
    document::{
        Document,
        placeholder::{self, Placeholder, Values},
    },
};

use crate::{json::Json, round_trip::check_error};

/// A value whose JSON text contains escapes.
const VALUE: &str = "v\"é\\\u{1}😀";

/// Checks text that may be a job document.
pub fn check(text: &str) {
    let tree = Json::read(text);
    assert_eq!(Document::detect(text).is_ok(), tree.is_some());
    match text.parse::<Document>() {
        Ok(document) => {
            assert_eq!(document.as_str(), text);
            assert_eq!(
                Document::detect(text).ok().map(|it| it.schema),
                Some(document.schema())
            );
        }
        Err(error) => check_error(&error),
    }
    let Some(tree) = tree else {
        assert!(Document::check(text).is_err());
        return;
    };
    let violations = Document::check(text).expect("JSON can be checked");
    let paths = violations.iter().map(|violation| &violation.path);
    let places = codec::places(text, paths).expect("JSON has places");
    assert_eq!(places.len(), violations.len());
    for place in &places {
        let value = text.get(place.range.clone()).expect("a place in the text");
        assert!(Json::read(value).is_some(), "{value}");
        assert!(place.line > 0 && place.column > 0);
    }
    assert!(
        places.is_sorted_by_key(|place| place.range.start),
        "the order of the text"
    );
    check_layout(text, &tree);
}

fn check_layout(text: &str, tree: &Json<'_>) {
    let compact = codec::compact(text);
    assert_eq!(Json::read(&compact).as_ref(), Some(tree));
    let indented = codec::indent(&compact);
    assert_eq!(Json::read(&indented).as_ref(), Some(tree));
    assert_eq!(codec::compact(&indented), compact);
    // Over HTTPS the document is a JSON string; decoding it must return the same bytes.
    let execution = JobExecution::builder().job_document(text).build();
    let sent = codec::to_string(&execution).expect("any text encodes");
    let got: JobExecution = codec::from_str(&sent).expect("encoded text decodes");
    assert_eq!(got.job_document().map(JobDocument::as_str), Some(text));
}

/// Checks text that may be one placeholder.
pub fn check_placeholder(text: &str) {
    match Placeholder::parse(text) {
        Ok(placeholder) => assert_eq!(placeholder.to_string(), text),
        Err(error) => assert!(error.to_string().len() < 1024),
    }
}

/// Checks the placeholders of a document and their substitution.
pub fn check_placeholders(document: &str) {
    let tree = Json::read(document);
    let found = placeholder::find(document);
    assert_eq!(found.is_ok(), tree.is_some());
    let (Some(tree), Ok(found)) = (tree, found) else {
        return;
    };
    for occurrence in &found {
        assert!(
            document
                .get(occurrence.document_offset..)
                .is_some_and(|text| { text.starts_with('$') || text.starts_with("\\u0024") })
        );
        if let Ok(placeholder) = occurrence.placeholder() {
            assert_eq!(placeholder.to_string(), occurrence.text);
        }
    }
    let values = Values::new().attributes("p", "1", [("url", VALUE)]);
    check_substitution(document, &tree, &values);
    check_substitution(document, &tree, &values.parameter("k", VALUE));
}

fn check_substitution(document: &str, tree: &Json<'_>, values: &Values) {
    match placeholder::substitute(document, values) {
        Ok(text) => assert_eq!(Json::read(&text), Some(substituted(tree))),
        Err(violations) => assert!(!violations.is_empty()),
    }
}

/// The expected result: each string's placeholders replaced by plain text replacement.
fn substituted<'t>(json: &Json<'t>) -> Json<'t> {
    match json {
        Json::String(text) if text == "${aws:iot:package:p:version:1:attributes}" => {
            Json::Object(vec![("url".to_owned(), Json::String(VALUE.to_owned()))])
        }
        Json::String(text) => {
            let text = text.replace("${aws:iot:parameter:k}", VALUE);
            Json::String(text.replace("${aws:iot:package:p:version:1:attributes:url}", VALUE))
        }
        Json::Array(elements) => Json::Array(elements.iter().map(substituted).collect()),
        Json::Object(members) => {
            let members = members.iter();
            Json::Object(
                members
                    .map(|(name, value)| (name.clone(), substituted(value)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}
