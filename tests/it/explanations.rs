//! The examples of each rule: one violates it and no other rule, and one violates none.

use std::collections::BTreeSet;

use iot_jobs::{
    catalog,
    check::Checks,
    primitives::DateTime,
    validate::{Rule, Violation},
};

/// 2027-01-01, before the times of the examples.
fn now() -> DateTime {
    DateTime::from_secs(1_798_761_600)
}

/// The violations of an example's text, and advice on it if its rule is not found otherwise.
fn violations(rule: Rule, text: &str) -> Vec<Violation> {
    let checks = Checks::new().at(now());
    if violations_by(checks, rule, rule.explanation().wrong).is_empty() {
        violations_by(checks.advice(), rule, text)
    } else {
        violations_by(checks, rule, text)
    }
}

fn violations_by(checks: Checks, rule: Rule, text: &str) -> Vec<Violation> {
    let text = text.replace('…', &"x".repeat(40_000));
    let Some(shape) = rule.explanation().shape else {
        return checks.check_document(&text).unwrap();
    };
    let entry = catalog::find_shape(shape).unwrap_or_else(|| panic!("{rule}: no shape {shape}"));
    let value = entry
        .decode(&text)
        .unwrap_or_else(|error| panic!("{rule}: {error}"));
    checks.complete(entry.structure(), &text, value.violations_by(&checks))
}

#[test]
fn a_wrong_example_violates_its_rule_and_no_other() {
    for &rule in Rule::ALL {
        let found = violations(rule, rule.explanation().wrong);
        let rules: BTreeSet<_> = found.iter().map(|found| found.rule.as_str()).collect();
        assert_eq!(rules, BTreeSet::from([rule.as_str()]), "{rule}: {found:?}");
    }
}

#[test]
fn a_right_example_violates_no_rule() {
    for &rule in Rule::ALL {
        assert_eq!(violations(rule, rule.explanation().right), [], "{rule}");
    }
}

#[test]
fn every_rule_has_texts_of_its_own() {
    let mut texts = BTreeSet::new();
    for &rule in Rule::ALL {
        let explanation = rule.explanation();
        for text in [rule.description(), explanation.meaning, explanation.reason] {
            assert!(text.ends_with('.'), "{rule}: {text}");
            assert!(!text.contains("  "), "{rule}: {text}");
            assert!(texts.insert(text), "{rule}: {text}");
        }
        assert!(
            texts.insert(explanation.wrong),
            "{rule}: the same wrong example"
        );
    }
}
