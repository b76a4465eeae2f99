//! The rule that a job document is JSON.

use crate::{
    json::syntax,
    path::PathRef,
    report::{Finding, Report, Rule, Severity},
};

/// Checks that the document of a request is JSON text.
pub(super) fn check_document_text<T>(document: &str, _: &T, at: &PathRef<'_>, report: &mut Report) {
    let Err(error) = syntax::check(document) else {
        return;
    };
    // The documentation has no limit of the depth.
    let severity = if error.message() == syntax::TOO_DEEP {
        Severity::Warning
    } else {
        Severity::Error
    };
    let message = format!("the document is not JSON: {error}");
    report.add(at, Finding::new(Rule::Json, severity, message));
}
