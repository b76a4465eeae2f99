//! An explanation as a JSON object.

use serde::Serialize;

use crate::explanation::Explanation;

/// An explanation.
#[derive(Serialize)]
pub(super) struct ExplanationRow<'a> {
    name: &'a str,
    kind: &'static str,
    summary: &'a str,
    details: Vec<DetailRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    examples: Option<ExamplesRow>,
}

#[derive(Serialize)]
struct DetailRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'static str>,
    text: &'a str,
}

#[derive(Serialize)]
struct ExamplesRow {
    shape: Option<&'static str>,
    wrong: &'static str,
    right: &'static str,
}

impl<'a> ExplanationRow<'a> {
    /// The row of an explanation.
    pub(super) fn new(explanation: &'a Explanation) -> Self {
        let details = explanation.details.iter().map(|detail| DetailRow {
            label: detail.label,
            text: &detail.text,
        });
        Self {
            name: &explanation.name,
            kind: explanation.kind.as_str(),
            summary: &explanation.summary,
            details: details.collect(),
            examples: explanation.examples.as_ref().map(|examples| ExamplesRow {
                shape: examples.shape,
                wrong: examples.wrong,
                right: examples.right,
            }),
        }
    }
}
