//! Text that is not JSON: the same message and position for every command and shape.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::run::run_on;

/// Texts that are not JSON, with the line and column of the error, and its message.
const TEXTS: &[(&str, &str, &str)] = &[
    ("", "1:1", "the text is empty, expected a JSON value"),
    ("[1, 2", "1:6", "the input ends while parsing an array"),
    (
        r#"{"operation":"x""#,
        "1:17",
        "the input ends while parsing an object",
    ),
    (r#"{"a":1."#, "1:8", "the input ends while parsing a number"),
    (
        "\u{feff}{}",
        "1:1",
        "found a byte order mark, expected a JSON value; save the file as UTF-8 without a byte order mark",
    ),
    ("{} x", "1:4", "found more text after the JSON value"),
    (r#"{"a": }"#, "1:7", "expected a JSON value"),
    ("{\n  \"a\": nul}", "2:11", "expected null, true or false"),
    (r#"{"operation":"a" "b"}"#, "1:18", "expected `,` or `}`"),
    (r#"{"operation":"a\qb"}"#, "1:17", "invalid escape"),
    (r#"{"operation":"x","args":[01]}"#, "1:27", "invalid number"),
    (
        "{\"steps\":[{\"action\":{\"x\":\"a\tb\"}}]}",
        "1:28",
        "a control character (U+0000 to U+001F) in a string; escape it",
    ),
    (
        "{\"operation\":\"a\u{1}b\"}",
        "1:16",
        "a control character (U+0000 to U+001F) in a string; escape it",
    ),
    (
        r#"{"operation":"\ud800","args":[]}"#,
        "1:15",
        "a string with half of a surrogate pair",
    ),
    (r#"{"operation":7,}"#, "1:16", "trailing comma"),
    (
        "{\"operation\":nul\n}",
        "1:17",
        "expected null, true or false",
    ),
    // Some decoders stop at the number, before the syntax error.
    (
        r#"{"operation":1e999"#,
        "1:19",
        "the input ends while parsing an object",
    ),
    (
        "{\"operation\":7,\n \"x\":tru}",
        "2:9",
        "expected null, true or false",
    ),
    (
        r#"{"steps":[{"action":{"name":7}}]"#,
        "1:33",
        "the input ends while parsing an object",
    ),
];

#[test]
fn check_reports_the_same_with_and_without_a_shape() {
    for (input, position, message) in TEXTS {
        let mut paths = BTreeSet::new();
        for shape in [
            &[][..],
            &["--as=Job"],
            &["--as=document.StepsDocument"],
            &["--as=document.OperationDocument"],
            &["--topic=$aws/things/lamp/jobs/notify"],
        ] {
            let run = run_on(input, &[&["check", "--format=json", "-"], shape].concat());
            let row: Value = serde_json::from_str(&run.stdout).unwrap();
            let error = &row["error"];
            assert_eq!(error["message"], *message, "{input} {shape:?}");
            let reported = format!("{}:{}", error["line"], error["column"]);
            assert_eq!(reported, *position, "{input} {shape:?}");
            paths.insert(error["path"].to_string());
            assert_eq!(row.get("violations"), None, "{input} {shape:?}");
            assert_eq!(run.code, Some(1), "{input} {shape:?}");
        }
        assert_eq!(paths.len(), 1, "{input}: {paths:?}");
    }
}

#[test]
fn fmt_and_request_report_the_same_as_check() {
    for (input, position, message) in TEXTS {
        for arguments in [
            &["fmt", "--as=document.OperationDocument", "-"],
            &["request", "CreateJob", "-"],
        ] {
            let run = run_on(input, arguments);
            let position = format!("--> <stdin>:{position}\n");
            assert!(run.stderr.contains(&position), "{}", run.stderr);
            assert!(run.stderr.contains(message), "{}", run.stderr);
            assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)), "{input}");
        }
    }
}

#[test]
fn other_encodings_have_a_hint() {
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        let text = format!("{mark}{{}}");
        text.encode_utf16().flat_map(bytes).collect()
    };
    let hint = "; the file is most likely UTF-16: save it as UTF-8";
    for input in [
        utf16(u16::to_le_bytes, "\u{feff}"),
        utf16(u16::to_be_bytes, "\u{feff}"),
        utf16(u16::to_le_bytes, ""),
        utf16(u16::to_be_bytes, ""),
    ] {
        for arguments in [
            &["check", "--format=json", "-"][..],
            &["check", "--as=Job", "--format=json", "-"],
        ] {
            let run = run_on(&input, arguments);
            let row: Value = serde_json::from_str(&run.stdout).unwrap();
            let message = row["error"]["message"].as_str().unwrap();
            assert!(message.ends_with(hint), "{message}");
            assert_eq!(run.code, Some(1));
        }
    }
    let run = run_on(b"\xff", &["check", "--format=json", "-"]);
    assert!(!run.stdout.contains("UTF-16"), "{}", run.stdout);
}
