//! The rules of `check`.

use iot_jobs::validate::Rule;

use super::entry::{Detail, Examples, Explanation, ExplanationKind};
use crate::check_result::Finding;

/// Every rule, in the order of the rules of SARIF logs.
pub(super) fn all() -> Vec<Explanation> {
    let rules = Rule::ALL.iter().map(|rule| of_rule(*rule));
    std::iter::once(decode()).chain(rules).collect()
}

/// A rule of the library.
pub fn of_rule(rule: Rule) -> Explanation {
    let explanation = rule.explanation();
    Explanation {
        name: rule.as_str().to_owned(),
        kind: ExplanationKind::Rule,
        summary: rule.description().to_owned(),
        details: vec![
            Detail::text(explanation.meaning),
            Detail::labelled("Why", explanation.reason),
        ],
        examples: Some(Examples {
            shape: explanation.shape,
            wrong: explanation.wrong,
            right: explanation.right,
        }),
    }
}

/// The rule of inputs that do not decode, which only the command has.
pub fn decode() -> Explanation {
    Explanation {
        name: Finding::DECODE.to_owned(),
        kind: ExplanationKind::Rule,
        summary: "An input does not decode as its shape.".to_owned(),
        details: vec![
            Detail::text(
                "The text is not JSON, a member has a value of another JSON type, a member is there twice, or a member that \
                 the shape always has is absent. It is an error. The rules between the members of such an input are not \
                 checked, and of text that is not JSON nothing is.",
            ),
            Detail::labelled(
                "Why",
                "The service rejects such a request. A response that does not decode has another shape, or was changed after the \
                 service sent it.",
            ),
        ],
        examples: Some(Examples {
            shape: Some("JobSummary"),
            wrong: r#"{"jobId": 7}"#,
            right: r#"{"jobId": "firmware-7"}"#,
        }),
    }
}
