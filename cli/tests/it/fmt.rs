//! `fmt`: the canonical text.

use crate::run::{files, run_in, run_on};

const PAYLOAD: &str = r#" { "z": [1.50, {"b": 1e400, "a": 123456789012345678901234567890}],
    "documentParameters": {"b": "\u0062", "a": ""}, "createdAt": 1549395301.3890, "comment": null,
    "targets": [], "x": {}, "jobId": "a: [b, c]" } "#;

const COMPACT: &str = r#"{"jobId":"a: [b, c]","targets":[],"createdAt":1549395301.389,"documentParameters":{"a":"","b":"b"},"x":{},"z":[1.50,{"b":1e400,"a":123456789012345678901234567890}]}
"#;

const INDENTED: &str = r#"{
  "jobId": "a: [b, c]",
  "targets": [],
  "createdAt": 1549395301.389,
  "documentParameters": {
    "a": "",
    "b": "b"
  },
  "x": {},
  "z": [
    1.50,
    {
      "b": 1e400,
      "a": 123456789012345678901234567890
    }
  ]
}
"#;

#[test]
fn the_text_is_canonical_indented_and_compact() {
    for (arguments, input, output) in [
        (&[][..], PAYLOAD, INDENTED),
        (&["--compact"], PAYLOAD, COMPACT),
        (&[], INDENTED, INDENTED),
        (&[], COMPACT, INDENTED),
        (&["--compact"], INDENTED, COMPACT),
        (&["--ndjson"], COMPACT, COMPACT),
    ] {
        let run = run_on(input, &[&["fmt", "--as", "Job", "-"], arguments].concat());
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            (output, "", Some(0)),
            "{arguments:?}"
        );
    }
}

#[test]
fn the_other_files_are_formatted_after_an_error() {
    let directory = files("fmt-errors", &[("a", "{}"), ("b", "{\"jobId\":7}")]);
    let run = run_in(
        &directory,
        &["fmt", "--as", "Job", "a", "b", "missing", "a"],
    );
    assert_eq!((run.stdout.as_str(), run.code), ("{}\n{}\n", Some(2)));
    let start = "error: jobId\n \
                 --> b:1:10\n  \
                 |\n\
                 1 | {\"jobId\":7}\n  \
                 |          ^ expected a string, found number 7\n\n\
                 error: cannot read missing: ";
    assert!(run.stderr.starts_with(start), "{}", run.stderr);

    let run = run_in(&directory, &["fmt", "--as", "Job", "b"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)));
}

#[test]
fn ndjson_writes_a_line_for_each_line() {
    let log = "{\"x\": 1.0, \"jobId\": \"a\"}\n[]\n{ }\n";
    let run = run_on(log, &["fmt", "--as", "JobSummary", "--ndjson", "-"]);
    assert_eq!(run.stdout, "{\"jobId\":\"a\",\"x\":1.0}\n{}\n");
    let start = "error: $\n --> <stdin>:2:1\n";
    assert!(run.stderr.starts_with(start), "{}", run.stderr);
    assert_eq!(run.code, Some(1));
}
