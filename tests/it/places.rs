//! From a path to the place in the text.

use iot_jobs::{Path, codec, validate::Rule};

const TEXT: &str = r#"
{ "名": [1.50, {"b.c": "x\"]"}],
  "a": {"a": {"a": true}, "list": [
    [], {}
  ]},
  "twice": 1, "twice": 2, "$": 3 }
"#;

#[test]
fn a_path_leads_to_the_text_of_its_value() {
    let root = Path::root;
    let rows = [
        (root().member("名").index(0), "1.50", (2, 9)),
        (
            root().member("名").index(1).member("b.c"),
            r#""x\"]""#,
            (2, 23),
        ),
        (root().member("a").member("a").member("a"), "true", (3, 20)),
        (root().member("a").member("a"), r#"{"a": true}"#, (3, 14)),
        (
            root().member("a").member("list"),
            "[\n    [], {}\n  ]",
            (3, 35),
        ),
        (root().member("a").member("list").index(1), "{}", (4, 9)),
        (root().member("twice"), "2", (6, 24)),
        (root().member("$"), "3", (6, 32)),
    ];
    let places = codec::places(TEXT, rows.iter().map(|(path, ..)| path)).unwrap();
    assert_eq!(places.len(), rows.len());
    for ((path, value, position), place) in rows.into_iter().zip(places) {
        assert_eq!(&TEXT[place.range.clone()], value, "{path}");
        assert_eq!((place.line, place.column), position, "{path}");
        assert!(place.exact, "{path}");
        assert_eq!(codec::locate(TEXT, &path), Some(position), "{path}");
    }
    let whole = &codec::places(TEXT, [&root()]).unwrap()[0];
    assert_eq!(&TEXT[whole.range.clone()], TEXT.trim());
    assert_eq!((whole.line, whole.column, whole.exact), (2, 1, true));
}

#[test]
fn an_absent_value_has_the_place_of_the_value_around_it() {
    let root = Path::root;
    let a = root().member("a");
    let list = a.clone().member("list");
    let rows = [
        (root().member("b"), root()),
        (root().member("documentParameters").member("b"), root()),
        (a.clone().member("b").member("c").index(3), a.clone()),
        (list.clone().index(2).member("x"), list.clone()),
        (list.clone().index(1).member("x"), list.index(1)),
        (
            a.clone().member("a").member("a").member("a"),
            a.clone().member("a").member("a"),
        ),
        (a.clone().member("aa"), a),
        (
            root().member("名").index(1).member("b"),
            root().member("名").index(1),
        ),
    ];
    for (path, around) in &rows {
        let places = codec::places(TEXT, [path, around]).unwrap();
        assert_eq!(places[0].range, places[1].range, "{path}");
        assert_eq!((places[0].exact, places[1].exact), (false, true), "{path}");
    }
}

#[test]
fn a_path_leads_into_the_text_of_a_string() {
    // The text in `a` has a string with JSON text itself, and escapes of both levels.
    let text = r#"{"é": 1, "a": " {\"b\": [\"\u00e9\ud83d\ude00\\u00e9\", {\"c\": \"{\\\"d\\\": [7, 8]}\"}]}", "x": "{\n]"}"#;
    let outer = Path::root().member("a").embedded();
    let list = outer.clone().member("b");
    let string = list.clone().index(1).member("c");
    let inner = string.clone().embedded().member("d");
    let broken = Path::root().member("x");
    let rows = [
        (
            outer.clone(),
            "a → $",
            r#"{\"b\": [\"\u00e9\ud83d\ude00\\u00e9\", {\"c\": \"{\\\"d\\\": [7, 8]}\"}]}"#,
            true,
        ),
        (
            list.clone(),
            "a → b",
            r#"[\"\u00e9\ud83d\ude00\\u00e9\", {\"c\": \"{\\\"d\\\": [7, 8]}\"}]"#,
            true,
        ),
        (
            list.clone().index(0),
            "a → b[0]",
            r#"\"\u00e9\ud83d\ude00\\u00e9\""#,
            true,
        ),
        (
            string.clone(),
            "a → b[1].c",
            r#"\"{\\\"d\\\": [7, 8]}\""#,
            true,
        ),
        (
            string.embedded(),
            "a → b[1].c → $",
            r#"{\\\"d\\\": [7, 8]}"#,
            true,
        ),
        (inner.clone(), "a → b[1].c → d", "[7, 8]", true),
        (inner.clone().index(1), "a → b[1].c → d[1]", "8", true),
        // Absent values, and values that are not strings.
        (inner.index(2), "a → b[1].c → d[2]", "[7, 8]", false),
        (
            list.embedded().member("y"),
            "a → b → y",
            r#"[\"\u00e9\ud83d\ude00\\u00e9\", {\"c\": \"{\\\"d\\\": [7, 8]}\"}]"#,
            false,
        ),
        (Path::root().member("é").embedded(), "é → $", "1", false),
        // Text that is not JSON has the place of its error.
        (broken.clone(), "x", r#""{\n]""#, true),
        (broken.clone().embedded(), "x → $", "", false),
        (
            broken.embedded().member("y").index(0),
            "x → y[0]",
            "",
            false,
        ),
        (Path::root().embedded().index(0), "$ → [0]", text, false),
    ];
    let places = codec::places(text, rows.iter().map(|(path, ..)| path)).unwrap();
    for ((path, shown, value, exact), place) in rows.iter().zip(&places) {
        assert_eq!(path.to_string(), *shown);
        assert_eq!(&text[place.range.clone()], *value, "{path}");
        assert_eq!(place.exact, *exact, "{path}");
        let column = text[..place.range.start].chars().count() + 1;
        assert_eq!((place.line, place.column), (1, column), "{path}");
        assert_eq!(codec::locate(text, path), Some((1, column)), "{path}");
    }
    let error = &places[11];
    assert_eq!(&text[error.range.start..], "]\"}");
}

#[test]
fn text_that_is_not_json_has_no_places() {
    let a = Path::root().member("a");
    let error = codec::places("{\"a\": 1 2}", [&a]).unwrap_err();
    assert!(error.is_syntax());
    assert_eq!((error.line(), error.column()), (Some(1), Some(9)));
    assert_eq!(codec::locate("[", &Path::root()), None);
    let deep = "[".repeat(128) + &"]".repeat(128);
    let error = codec::places(&deep, [&a]).unwrap_err();
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

#[test]
fn a_member_has_the_place_of_its_name() {
    let root = Path::root;
    let embedded = root().member("document").embedded();
    let text = r#"{"a" : {"b\"c":1}, "list": [{"x": 2}], "twice": 1,
  "twice": 2, "document": "{\"op\": {\"n\\u0061me\": 1}}"}"#;
    let op = embedded.member("op");
    let rows = [
        (root().member("a"), r#""a""#, (1, 2)),
        (root().member("a").member("b\"c"), r#""b\"c""#, (1, 9)),
        (
            root().member("list").index(0).member("x"),
            r#""x""#,
            (1, 30),
        ),
        (root().member("twice"), r#""twice""#, (2, 3)),
        (op.clone(), r#"\"op\""#, (2, 29)),
        (op.member("name"), r#"\"n\\u0061me\""#, (2, 38)),
        // Without a name: an element, and an absent member.
        (root().member("list").index(0), r#"{"x": 2}"#, (1, 29)),
        (
            root().member("list").index(0).member("y"),
            r#"{"x": 2}"#,
            (1, 29),
        ),
    ];
    let places = codec::name_places(text, rows.iter().map(|(path, ..)| path)).unwrap();
    assert_eq!(places.len(), rows.len());
    for ((path, name, position), place) in rows.into_iter().zip(places) {
        assert_eq!(&text[place.range.clone()], name, "{path}");
        assert_eq!((place.line, place.column), position, "{path}");
    }
}
