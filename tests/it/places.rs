//! From a path to the place in the text.

use iot_jobs::{codec, validate::Rule};

const TEXT: &str = r#"
{ "名": [1.50, {"b.c": "x\"]"}],
  "a": {"a": {"a": true}, "list": [
    [], {}
  ]},
  "twice": 1, "twice": 2, "$": 3 }
"#;

#[test]
fn a_path_leads_to_the_text_of_its_value() {
    let rows = [
        ("名[0]", "1.50", (2, 9)),
        ("名[1][\"b.c\"]", r#""x\"]""#, (2, 23)),
        ("a.a.a", "true", (3, 20)),
        ("a.a", r#"{"a": true}"#, (3, 14)),
        ("a.list", "[\n    [], {}\n  ]", (3, 35)),
        ("a.list[1]", "{}", (4, 9)),
        ("twice", "2", (6, 24)),
    ];
    let places = codec::places(TEXT, rows.map(|(path, ..)| path)).unwrap();
    for ((path, value, position), place) in rows.into_iter().zip(places) {
        assert_eq!(&TEXT[place.range.clone()], value, "{path}");
        assert_eq!((place.line, place.column), position, "{path}");
        assert!(place.exact, "{path}");
        assert_eq!(codec::locate(TEXT, path), Some(position), "{path}");
    }
    let whole = &codec::places(TEXT, ["$"]).unwrap()[0];
    assert_eq!(&TEXT[whole.range.clone()], TEXT.trim());
    assert_eq!((whole.line, whole.column, whole.exact), (2, 1, true));
}

#[test]
fn what_is_not_there_is_placed_by_what_is_around_it() {
    for (path, around) in [
        ("b", "$"),
        ("documentParameters.b", "$"),
        ("a.b.c[3]", "a"),
        ("a.list[2].x", "a.list"),
        ("a.list[1].x", "a.list[1]"),
        ("a.a.a.a", "a.a.a"),
        ("a.aa", "a"),
        ("名[1].b", "名[1]"),
    ] {
        let places = codec::places(TEXT, [path, around]).unwrap();
        assert_eq!(places[0].range, places[1].range, "{path}");
        assert_eq!((places[0].exact, places[1].exact), (false, true), "{path}");
    }
}

#[test]
fn text_that_is_not_json_has_no_places() {
    let error = codec::places("{\"a\": 1 2}", ["a"]).unwrap_err();
    assert!(error.is_syntax());
    assert_eq!((error.line(), error.column()), (Some(1), Some(9)));
    assert_eq!(codec::locate("[", "$"), None);
    let deep = "[".repeat(128) + &"]".repeat(128);
    let error = codec::places(&deep, ["a"]).unwrap_err();
    assert_eq!(error.message(), "nested deeper than 127 levels");
}

#[test]
fn every_rule_is_described_in_a_sentence() {
    assert_eq!(
        Rule::Length.description(),
        "A string or a blob is too short or too long."
    );
    for rule in Rule::ALL {
        assert!(rule.description().ends_with('.'), "{rule}");
        assert_eq!(rule.description(), rule.description().trim(), "{rule}");
    }
}
