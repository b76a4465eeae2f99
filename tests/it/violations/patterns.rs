//! Our matcher against the regex crate, on every pattern of the model.

use std::collections::BTreeMap;

use iot_jobs::{catalog, catalog::ShapeEntry, facts::Kind, validate::Rule};
use proptest::{prelude::*, test_runner::TestRunner};
use regex::Regex;

/// A member for each pattern, of a shape that needs no other member.
fn patterns() -> BTreeMap<&'static str, (ShapeEntry, &'static str)> {
    let mut found = BTreeMap::new();
    for entry in catalog::shapes() {
        for member in entry.structure().members {
            let pattern = member.constraint.and_then(|constraint| constraint.pattern);
            let alone = format!(r#"{{"{}": "x"}}"#, member.wire_name);
            if let (Some(pattern), Kind::String) = (pattern, member.kind)
                && entry.decode(&alone).is_ok()
            {
                found.entry(pattern).or_insert((entry, member.wire_name));
            }
        }
    }
    found
}

/// What the model means: the whole value, `Upper` and `Digit` of ASCII, `.` not for a line's end.
fn regex_of(pattern: &str) -> Regex {
    let pattern = pattern
        .replace(r"\p{Upper}", "A-Z")
        .replace(r"\p{Digit}", "0-9")
        .replace("+.[", r"+[^\n\r][");
    Regex::new(&format!(r"\A(?:{pattern})\z")).expect("a regular expression")
}

fn ours((entry, name): (ShapeEntry, &str), text: &str) -> bool {
    let json = serde_json::json!({ name: text }).to_string();
    let violations = entry.decode(json).expect("a value").violations();
    let refused = |rule| violations.iter().any(|v| v.path == name && v.rule == rule);
    !refused(Rule::Pattern)
}

#[test]
fn all_patterns_are_found() {
    let found: Vec<_> = patterns().into_keys().collect();
    assert_eq!(
        found,
        [
            r"[\p{Upper}\p{Digit}_]+",
            r"[^\p{C}]+",
            "[a-zA-Z0-9:_-]+",
            r"[a-zA-Z0-9\-]+",
            "[a-zA-Z0-9_-]+",
            r"[a-zA-Z0-9_-]+|^\$next",
            r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$",
            "^[0-9]*$",
            "^[1-9]+.[0-9]+",
            r"^[\x21-\x7E]+$",
            "^arn:[!-~]+$",
        ]
    );
}

#[test]
fn every_single_character_is_matched_alike() {
    // The tables of the crate regex are older: what it calls unassigned may have been assigned since.
    let unassigned = Regex::new(r"\A\p{Cn}\z").unwrap();
    let planes = (0..0x3400)
        .chain(0xD7A0..0x1_0400)
        .chain(0x1_F900..0x1_FB00);
    for (pattern, member) in patterns() {
        let regex = regex_of(pattern);
        for character in planes.clone().filter_map(char::from_u32) {
            let text = character.to_string();
            if !unassigned.is_match(&text) {
                assert_eq!(
                    ours(member, &text),
                    regex.is_match(&text),
                    "{pattern} {text:?}"
                );
            }
        }
    }
}

#[test]
fn texts_are_matched_alike() {
    let parts = prop::sample::select(vec![
        "", "a", "Z", "0", "9", "1.0", ".", "$", "$next", "next", "arn:", "arn", ":", "-", "_",
        " ", "\n", "\r", "é", "字", "😀", "\u{200b}", "\u{e000}", "\u{301}", "~", "\u{7f}", "/",
        "@", "+",
    ]);
    let texts = prop::collection::vec(parts, 1..6).prop_map(|parts| parts.concat());
    // An empty text that is too short is not matched at all.
    let texts = texts.prop_filter("an empty text", |text| !text.is_empty());
    let config = ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    for (pattern, member) in patterns() {
        let regex = regex_of(pattern);
        TestRunner::new(config.clone())
            .run(&texts, |text| {
                prop_assert_eq!(
                    ours(member, &text),
                    regex.is_match(&text),
                    "{} {:?}",
                    pattern,
                    text
                );
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_long_value_takes_no_longer_than_its_length() {
    // A matcher that goes back would need the square of this.
    let text = format!("{}x", "1".repeat(200_000));
    let member = patterns()["^[1-9]+.[0-9]+"];
    assert!(!ours(member, &text));
}
