//! The limit of a document's size.

use crate::{
    constraint::JOB_DOCUMENT,
    path::Path,
    report::{Finding, Rule, Violation},
};

/// Whether the service does not accept a document of so many bytes.
pub(crate) fn is_too_large(bytes: usize) -> bool {
    exceeded_limit(bytes).is_some()
}

/// The limit, if so many bytes exceed it.
fn exceeded_limit(bytes: usize) -> Option<usize> {
    let most = JOB_DOCUMENT.documented.max_bytes;
    most.filter(|most| bytes > *most)
}

/// The violation of a document of so many bytes, if the service does not accept them.
pub(super) fn too_large(bytes: usize, when: &str) -> Option<Violation> {
    exceeded_limit(bytes).map(|most| {
        let message = format!("the document has {bytes} bytes{when} (allowed: at most {most})");
        Finding::error(Rule::Bytes, message)
            .limit(format!("at most {most} bytes"))
            .at(Path::root())
    })
}
