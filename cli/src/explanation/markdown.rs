//! Explanations as Markdown, for docs/RULES.md and for SARIF.

use super::entry::{Examples, Explanation, ExplanationKind};

const HEAD: &str = "# Rules, codes and states\n\n\
    What `iot-jobs explain NAME` prints. This file is the output of `iot-jobs explain --format markdown`, and a test\n\
    compares it.\n";

/// All explanations, with the headings of their kinds.
pub fn reference(all: &[Explanation]) -> String {
    let mut parts = vec![HEAD.to_owned()];
    for kind in ExplanationKind::ALL {
        parts.push(format!("## {}\n", kind.heading()));
        let of_kind = all.iter().filter(|it| it.kind == kind);
        parts.extend(of_kind.map(section));
    }
    parts.join("\n")
}

/// An explanation under its name.
pub fn section(explanation: &Explanation) -> String {
    let Explanation { name, summary, .. } = explanation;
    format!("### `{name}`\n\n{summary}\n\n{}", body(explanation))
}

/// The details and the examples.
pub fn body(explanation: &Explanation) -> String {
    let details = explanation.details.iter().map(|detail| {
        let label = detail.label.map(|label| format!("**{label}:** "));
        format!("{}{}\n", label.unwrap_or_default(), detail.text)
    });
    let mut paragraphs: Vec<_> = details.collect();
    if let Some(Examples {
        shape,
        wrong,
        right,
    }) = explanation.examples
    {
        let shape = shape.map(|shape| format!("`{shape}`"));
        let shape = shape.unwrap_or_else(|| "job document".to_owned());
        paragraphs.push(format!("Wrong ({shape}):\n\n```json\n{wrong}\n```\n"));
        paragraphs.push(format!("Right:\n\n```json\n{right}\n```\n"));
    }
    paragraphs.join("\n")
}
