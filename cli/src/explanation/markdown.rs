//! Explanations as Markdown, for docs/RULES.md and for SARIF.

use std::fmt::Write;

use super::entry::{Explanation, ExplanationKind};

const HEAD: &str = "# Rules, codes and states\n\n\
    What `iot-jobs explain NAME` prints. This file is the output of `iot-jobs explain --format markdown`, and a test\n\
    compares it.\n";

/// All explanations, with the headings of their kinds.
pub fn reference(all: &[Explanation]) -> String {
    let mut text = HEAD.to_owned();
    for kind in ExplanationKind::ALL {
        text += &format!("\n## {}\n", kind.heading());
        for explanation in all.iter().filter(|it| it.kind == kind) {
            text += &format!("\n{}", section(explanation));
        }
    }
    text
}

/// An explanation under its name.
pub fn section(explanation: &Explanation) -> String {
    let Explanation { name, summary, .. } = explanation;
    format!("### `{name}`\n\n{summary}\n\n{}", body(explanation))
}

/// The details and the examples.
pub fn body(explanation: &Explanation) -> String {
    let mut text = String::new();
    for detail in &explanation.details {
        if !text.is_empty() {
            text += "\n";
        }
        if let Some(label) = detail.label {
            text += &format!("**{label}:** ");
        }
        text += &detail.text;
        text += "\n";
    }
    if let Some(examples) = &explanation.examples {
        let shape = match examples.shape {
            Some(shape) => format!("`{shape}`"),
            None => "job document".to_owned(),
        };
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "\nWrong ({shape}):\n\n```json\n{}\n```\n\nRight:\n\n```json\n{}\n```\n",
            examples.wrong, examples.right
        );
    }
    text
}
