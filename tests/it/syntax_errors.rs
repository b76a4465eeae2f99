//! A text that is not JSON gives the same error everywhere, at its own place.

use iot_jobs::{
    Error, Path, codec,
    device::types::JobDocument,
    document::{Document, StepsDocument},
    operation::create_job::CreateJobInput,
    types::Job,
};

/// The error of each function that reads JSON text.
fn errors(text: &str) -> [(&'static str, Error); 9] {
    let nowhere = Path::root();
    [
        ("Job", codec::from_str::<Job>(text).unwrap_err()),
        (
            "StepsDocument",
            codec::from_str::<StepsDocument>(text).unwrap_err(),
        ),
        (
            "CreateJobInput",
            codec::from_slice::<CreateJobInput>(text.as_bytes()).unwrap_err(),
        ),
        (
            "from_reader",
            codec::from_reader::<Job>(text.as_bytes()).unwrap_err(),
        ),
        ("detect", Document::detect(text).unwrap_err()),
        ("check", Document::check(text).unwrap_err()),
        ("places", codec::places(text, [&nowhere]).unwrap_err()),
        (
            "parse",
            JobDocument::new(text)
                .parse::<serde_json::Value>()
                .unwrap_err(),
        ),
        (
            "unknown member",
            Job::builder()
                .build()
                .unknown_members_mut()
                .insert("a", text)
                .unwrap_err(),
        ),
    ]
}

// One table of rows, one line of code.
#[allow(clippy::too_many_lines)]
#[test]
fn every_reader_gives_the_same_error() {
    let deep = format!("{{\"a\":{}", "[".repeat(127));
    let deepest = format!("a{}…", "[0]".repeat(23));
    let rows: &[(&str, &str, (usize, usize), &str)] = &[
        // The ends of the text.
        ("", "$", (1, 1), "the text is empty, expected a JSON value"),
        (
            " \n ",
            "$",
            (2, 2),
            "the text is empty, expected a JSON value",
        ),
        (
            "\u{feff}{}",
            "$",
            (1, 1),
            "found a byte order mark, expected a JSON value",
        ),
        (
            "{}\n{}",
            "$",
            (2, 1),
            "found more text after the JSON value",
        ),
        (
            "{\"jobId\": \"j\"",
            "$",
            (1, 14),
            "the input ends while parsing an object",
        ),
        (
            "{\"steps\": [{}",
            "steps[1]",
            (1, 14),
            "the input ends while parsing an array",
        ),
        (
            "{\"a\": \"b",
            "a",
            (1, 9),
            "the input ends while parsing a string",
        ),
        (
            "{\"a\": -",
            "a",
            (1, 8),
            "the input ends while parsing a number",
        ),
        (
            "{\"a\": tru",
            "a",
            (1, 10),
            "the input ends while parsing a value",
        ),
        (
            "{\"a\":",
            "a",
            (1, 6),
            "the input ends while parsing a value",
        ),
        // Strings.
        (
            "{\"new\": \"a\tb\"}",
            "new",
            (1, 11),
            "a control character (U+0000 to U+001F) in a string; escape it",
        ),
        (
            "{\"new\": [\"é\tb\"]}",
            "new[0]",
            (1, 12),
            "a control character (U+0000 to U+001F) in a string; escape it",
        ),
        (
            "{\"jobId\": \"\t\"}",
            "jobId",
            (1, 12),
            "a control character (U+0000 to U+001F) in a string; escape it",
        ),
        (
            "{\"steps\": \"a\nb\"}",
            "steps",
            (1, 13),
            "a control character (U+0000 to U+001F) in a string; escape it",
        ),
        (
            "{\"ne\tw\": 1}",
            "$",
            (1, 5),
            "a control character (U+0000 to U+001F) in a string; escape it",
        ),
        ("{\"a\": \"\\x\"}", "a", (1, 9), "invalid escape"),
        (
            "{\"a\": \"\\ud800\"}",
            "a",
            (1, 8),
            "a string with half of a surrogate pair",
        ),
        // Numbers and words.
        ("{\"a\": 01}", "a", (1, 8), "invalid number"),
        ("{\"a\": 1.}", "a", (1, 9), "invalid number"),
        ("{\"jobId\": +1}", "jobId", (1, 11), "expected a JSON value"),
        ("{\"a\": nil}", "a", (1, 8), "expected null, true or false"),
        ("{\"a\": NaN}", "a", (1, 7), "expected a JSON value"),
        // Punctuation.
        ("{\"a\": 1,}", "$", (1, 9), "trailing comma"),
        ("{\"steps\": [1,\n]}", "steps[1]", (2, 1), "trailing comma"),
        ("{\"a\": 1 \"b\": 2}", "$", (1, 9), "expected `,` or `}`"),
        ("{\"a\": [1 2]}", "a[1]", (1, 10), "expected `,` or `]`"),
        ("{\"a\" 1}", "a", (1, 6), "expected `:`"),
        ("{a: 1}", "$", (1, 2), "key must be a string"),
        ("{'a': 1}", "$", (1, 2), "key must be a string"),
        ("// c\n{}", "$", (1, 1), "expected a JSON value"),
        (&deep, &deepest, (1, 132), "nested deeper than 127 levels"),
        // A value of a wrong type before the error does not hide it.
        (
            "{\"jobId\": 7, \"steps\": 7, \"a\": }",
            "a",
            (1, 31),
            "expected a JSON value",
        ),
        (
            "{\"targets\": [null], \"jobId\": \"\t\"}",
            "jobId",
            (1, 31),
            "a control character (U+0000 to U+001F) in a string; escape it",
        ),
    ];
    for (text, path, position, message) in rows {
        for (reader, error) in errors(text) {
            let found = (error.line().unwrap(), error.column().unwrap());
            assert_eq!(error.path(), path, "{reader}: {text:?}");
            assert_eq!(error.message(), *message, "{reader}: {text:?}");
            assert_eq!(found, *position, "{reader}: {text:?}");
            assert!(
                error.is_syntax() || error.is_incomplete(),
                "{reader}: {text:?}"
            );
        }
        let [(_, first), others @ ..] = errors(text);
        for (reader, other) in others {
            assert_eq!(other.path(), first.path(), "{reader}: {text:?}");
            assert_eq!(
                other.is_incomplete(),
                first.is_incomplete(),
                "{reader}: {text:?}"
            );
        }
    }
}
