//! The limit of a document's size.

use crate::{
    constraint::JOB_DOCUMENT,
    path::Path,
    report::{Finding, Rule, Violation},
};

/// The violation of a document that is larger than the service accepts.
pub(super) fn too_large(document: &str, when: &str) -> Option<Violation> {
    let most = JOB_DOCUMENT.documented.max_bytes?;
    let bytes = document.len();
    (bytes > most).then(|| {
        let message = format!("the document has {bytes} bytes{when} (allowed: at most {most})");
        Finding::error(Rule::Bytes, message)
            .limit(format!("at most {most} bytes"))
            .at(Path::root())
    })
}
