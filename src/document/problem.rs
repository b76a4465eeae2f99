//! Violations that are found outside of a shape.

use crate::{
    constraint::JOB_DOCUMENT,
    path::Path,
    validate::{Rule, Severity, Violation},
};

/// A violation that is an error.
pub(super) fn error(rule: Rule, path: impl Into<String>, message: impl Into<String>) -> Violation {
    Violation {
        path: path.into(),
        rule,
        severity: Severity::Error,
        value: None,
        limit: None,
        message: message.into(),
    }
}

/// The violation of a document that is larger than the service takes.
pub(super) fn too_large(document: &str, when: &str) -> Option<Violation> {
    let most = JOB_DOCUMENT.documented.max_bytes?;
    let bytes = document.len();
    (bytes > most).then(|| {
        let message = format!("the document has {bytes} bytes{when}: at most {most} are allowed");
        Violation {
            limit: Some(format!("at most {most} bytes")),
            ..error(Rule::Bytes, "$", message)
        }
    })
}

/// The path of a value; `$` for the whole.
pub(super) fn path_of(at: &Path<'_>) -> String {
    match at {
        Path::Root(_) => "$".to_owned(),
        _ => at.to_string(),
    }
}

/// The path of a parameter in a request that creates a job.
pub(super) fn path_of_parameter(key: &str) -> String {
    let root = Path::root();
    let parameters = root.key("documentParameters");
    parameters.key(key).to_string()
}
