//! The codes of rejected MQTT requests, from the declared facts.

use iot_jobs::{
    device::message::{ErrorCode, ErrorResponse},
    shape::Shape,
};

use super::{
    entry::{Detail, Explanation, ExplanationKind},
    states,
};

/// Every code.
pub(super) fn all() -> Vec<Explanation> {
    let codes = states::values(&ErrorResponse::STRUCTURE, "code");
    codes.map(|(code, doc)| explanation(code, doc)).collect()
}

fn explanation(code: &str, doc: &str) -> Explanation {
    let response = ErrorResponse::builder().code(ErrorCode::from(code)).build();
    let next = if response.is_transient() {
        "Send the same request again, later and with a growing delay."
    } else if response.is_version_mismatch() || response.is_invalid_state_transition() {
        "The member `executionState` of the response is the current state of the execution: continue from it, or leave the \
         execution if its state is terminal. The same request is rejected again."
    } else if response.is_over() {
        "Leave the execution: no further update of it is possible."
    } else {
        "Correct the request: the same request is rejected again."
    };
    Explanation {
        name: code.to_owned(),
        kind: ExplanationKind::RejectionCode,
        summary: doc.to_owned(),
        details: vec![
            Detail::text(
                "It is the member `code` of the payload (`mqtt.ErrorResponse`) that the service publishes to the topic of the \
                 request with `/rejected` at its end.",
            ),
            Detail::labelled("What to do", next),
        ],
        examples: None,
    }
}
