//! What the names in reports and payloads mean: rules, rejection codes, exceptions and states.

mod entry;
mod exceptions;
mod markdown;
mod rejection_codes;
mod rules;
mod states;

pub use self::{
    entry::{Detail, Examples, Explanation, ExplanationKind},
    markdown::{body, reference, section},
    rules::{decode, of_rule},
};

/// Every explanation, kind by kind.
pub fn all() -> Vec<Explanation> {
    let mut all = rules::all();
    all.extend(rejection_codes::all());
    all.extend(exceptions::all());
    all.extend(states::of_executions());
    all.extend(states::of_jobs());
    all
}

/// The explanations of a name in any case, with or without the prefix of its plane; a state of jobs and one of executions
/// can have the same name.
pub fn find(name: &str) -> Vec<Explanation> {
    let name = normalized(name);
    let mut found = all();
    found.retain(|explanation| {
        let known = normalized(&explanation.name);
        known == name || known.rsplit('.').next() == Some(&name)
    });
    found
}

fn normalized(name: &str) -> String {
    name.replace(['-', '_', ' '], "").to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use iot_jobs::validate::Rule;

    use super::{ExplanationKind, all, find};

    #[test]
    fn every_rule_and_kind_has_an_explanation() {
        let all = all();
        let rules: BTreeSet<_> = all
            .iter()
            .filter(|it| it.kind == ExplanationKind::Rule)
            .map(|it| it.name.as_str())
            .collect();
        let known = Rule::ALL.iter().map(|rule| rule.as_str());
        assert_eq!(rules, known.chain(["decode"]).collect());
        let counts = [Rule::ALL.len() + 1, 9, 22, 8, 5];
        for (kind, count) in ExplanationKind::ALL.into_iter().zip(counts) {
            assert_eq!(
                all.iter().filter(|it| it.kind == kind).count(),
                count,
                "{kind:?}"
            );
        }
        for it in &all {
            assert!(it.summary.ends_with('.'), "{}: {}", it.name, it.summary);
            assert!(!it.details.is_empty(), "{}", it.name);
        }
    }

    #[test]
    fn a_name_is_found_in_any_case() {
        for (name, found) in [
            ("retry-needs-timeout", &["retry-needs-timeout"][..]),
            ("Retry_Needs_Timeout", &["retry-needs-timeout"]),
            ("invalidtopic", &["InvalidTopic"]),
            ("in-progress", &["IN_PROGRESS", "IN_PROGRESS"]),
            ("TIMED_OUT", &["TIMED_OUT"]),
            (
                "ConflictException",
                &["ConflictException", "device.ConflictException"],
            ),
            ("device.ConflictException", &["device.ConflictException"]),
            ("TerminalStateException", &["device.TerminalStateException"]),
            ("retry", &[]),
            ("", &[]),
        ] {
            let names: Vec<_> = find(name).into_iter().map(|it| it.name).collect();
            assert_eq!(names, found, "{name}");
        }
    }
}
