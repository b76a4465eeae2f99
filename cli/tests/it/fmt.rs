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
fn the_text_is_canonical_both_ways() {
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
fn errors_go_to_standard_error_and_keep_no_other_text_back() {
    let directory = files("fmt-errors", &[("a", "{}"), ("b", "{\"jobId\":7}")]);
    let run = run_in(
        &directory,
        &["fmt", "--as", "Job", "a", "b", "missing", "a"],
    );
    assert_eq!((run.stdout.as_str(), run.code), ("{}\n{}\n", Some(2)));
    let start = "b:1:10: jobId: expected a string, found number 7\n\
                 \x20 1 | {\"jobId\":7}\n\
                 \x20   |          ^\n\
                 error: cannot read missing: ";
    assert!(run.stderr.starts_with(start), "{}", run.stderr);

    let run = run_in(&directory, &["fmt", "--as", "Job", "b"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)));
}

#[test]
fn each_line_gives_a_line() {
    let log = "{\"x\": 1.0, \"jobId\": \"a\"}\n[]\n{ }\n";
    let run = run_on(log, &["fmt", "--as", "JobSummary", "--ndjson", "-"]);
    assert_eq!(run.stdout, "{\"jobId\":\"a\",\"x\":1.0}\n{}\n");
    assert!(run.stderr.starts_with("<stdin>:2:1: $: "), "{}", run.stderr);
    assert_eq!(run.code, Some(1));
}
