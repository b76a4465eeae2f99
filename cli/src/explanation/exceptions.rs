//! The exceptions of both planes, from the declared facts.

use http::Response;
use iot_jobs::{
    catalog::{self, ShapeEntry},
    http::ServiceError,
};

use super::entry::{Detail, Explanation, ExplanationKind};

/// The prefix of names on the data plane.
const DEVICE: &str = "device.";

/// Every exception, the control plane's before the data plane's.
pub(super) fn all() -> Vec<Explanation> {
    catalog::shapes().filter_map(explanation).collect()
}

fn explanation(shape: ShapeEntry) -> Option<Explanation> {
    let structure = shape.structure();
    let status = structure.error_status?;
    let name = shape.name();
    let (plane, of_devices) = if name.starts_with(DEVICE) {
        ("data plane", true)
    } else {
        ("control plane", false)
    };
    let operations = catalog::operations()
        .filter(|operation| operation.name().starts_with(DEVICE) == of_devices)
        .filter(|operation| operation.facts().errors.contains(&structure))
        .map(|operation| operation.name());
    let operations: Vec<_> = operations.collect();
    let next = if is_retryable(structure.name, status) {
        "The same request may succeed later: repeat it with a growing delay."
    } else {
        "The same request fails again: correct it, or what it depends on."
    };
    let mut details = vec![
        Detail::text(format!(
            "The {plane} returns it with the HTTP status {status}."
        )),
        Detail::labelled("What to do", next),
    ];
    if !operations.is_empty() {
        details.push(Detail::labelled("Operations", operations.join(", ")));
    }
    Some(Explanation {
        name,
        kind: ExplanationKind::Exception,
        summary: structure.doc.to_owned(),
        details,
        examples: None,
    })
}

/// Whether the library would repeat the request after this error.
fn is_retryable(name: &str, status: u16) -> bool {
    let response = Response::builder()
        .status(status)
        .header("x-amzn-errortype", name)
        .body([]);
    response.is_ok_and(|response| ServiceError::from_response(&response).is_retryable())
}
