//! Inputs and documents in YAML, and text that is not YAML.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test helper; clippy only exempts the bodies of tests"
)]

use std::fmt::Write;

use serde_json::Value;

use crate::run::{files, run_in, run_on};

#[test]
fn inputs_and_documents_are_read() {
    let input = "jobId: j\ntargets:\n  - arn:aws:iot:eu-west-1:123456789012:thing/pump\njobExecutionRolloutConfig:\n  maximumPerMinute: 10\n\
                 timeoutConfig: {inProgressTimeoutInMinutes: 0}\ndocument: |\n  {\"operation\": \"reboot\",\n   \"args\": \"now\"}\n";
    let directory = files(
        "yaml-inputs",
        &[
            ("create-job.yaml", input),
            ("job.yml", "operation: reboot\nargs:\n  - a\n  - 7\n"),
            ("wrong.yml", "jobId: j\ntargets: x\n"),
        ],
    );
    for (arguments, lines) in [
        (
            &["--as=CreateJob", "create-job.yaml"][..],
            &[
                "warning file=create-job.yaml,line=4,col=1,title=iot-jobs unknown-member",
                "error file=create-job.yaml,line=6,col=45,title=iot-jobs range",
                "error file=create-job.yaml,line=9,col=12,title=iot-jobs form",
            ][..],
        ),
        (
            &["job.yml"],
            &["error file=job.yml,line=4,col=5,title=iot-jobs form"],
        ),
        (
            &["--as=CreateJob", "wrong.yml"],
            &["error file=wrong.yml,line=2,col=10,title=iot-jobs decode"],
        ),
    ] {
        let arguments: Vec<_> = ["check", "--format=github"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let run = run_in(&directory, &arguments);
        let found: Vec<_> = run
            .stdout
            .lines()
            .map(|it| it.split("::").nth(1).unwrap())
            .collect();
        assert_eq!(found, lines, "{}", run.stdout);
    }
}

/// The error of a text, and its position.
fn error(text: &str) -> String {
    let directory = files("yaml-error", &[("a.yaml", text)]);
    let run = run_in(&directory, &["check", "--format=json", "a.yaml"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""), "{text:.80}");
    let row: Value = serde_json::from_str(&run.stdout).unwrap();
    let error = &row["error"];
    format!(
        "{}:{} {}",
        error["line"],
        error["column"],
        error["message"].as_str().unwrap()
    )
}

#[test]
fn text_that_is_not_one_document_has_a_position() {
    for (text, expected) in [
        (
            "a: b\n\tc: d\n",
            "1:4 it is not YAML: while scanning a plain scalar, found a tab",
        ),
        (
            "a: \"b\n",
            "2:1 it is not YAML: invalid indentation in multiline quoted scalar",
        ),
        ("a: [1,\n", "1:4 it is not YAML: unclosed bracket '['"),
        ("a: {b\nc: d\n", "1:4 it is not YAML: unclosed bracket '{'"),
        (
            "a: b: c\n",
            "1:5 it is not YAML: mapping values are not allowed in this context",
        ),
        (
            "- a\nb: c\n",
            "2:1 it is not YAML: while parsing a block collection, did not find expected '-' indicator",
        ),
        (
            "%FOO\n--- %\n",
            "2:5 it is not YAML: unexpected character: `%'",
        ),
        (
            "a: 1\nb:\n  c: 2\n  c: 3\n",
            r#"4:3 the key "c" appears twice"#,
        ),
        ("\"a\": 1\na: 2\n", r#"2:1 the key "a" appears twice"#),
        (
            "a: 1\n---\nb: 1\n",
            "2:1 a second document starts here: a file has one",
        ),
        ("", "1:1 there is no document"),
        ("# nothing\n", "2:1 there is no document"),
        (
            "a: *x\n",
            "1:4 it is not YAML: while parsing node, found unknown anchor",
        ),
        (
            "a: &x\n  b: [*x]\n",
            "2:7 the alias is inside of the value that it names",
        ),
        ("? [a]\n: b\n", "1:3 a key is not a scalar"),
        (
            "a:\n  <<: {b: 1}\n",
            "2:3 merge keys (`<<`) are not supported, as in CloudFormation",
        ),
    ] {
        assert_eq!(error(text), expected, "{text:?}");
    }
    let directory = files("yaml-utf8", &[]);
    std::fs::write(directory.join("a.yaml"), b"a: b\nc: \xff\n").unwrap();
    let run = run_in(&directory, &["check", "--format=github", "a.yaml"]);
    assert_eq!(
        run.stdout,
        "::error file=a.yaml,line=2,col=4,title=iot-jobs decode::$: invalid UTF-8\n"
    );
}

#[test]
fn size_and_depth_are_limited() {
    let mut laughs = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for (inner, outer) in ('a'..='h').zip('b'..='i') {
        let aliases = vec![format!("*{inner}"); 9].join(", ");
        writeln!(laughs, "{outer}: &{outer} [{aliases}]").unwrap();
    }
    let mut nested = String::new();
    for depth in 0..3_000 {
        writeln!(nested, "{}a:", " ".repeat(depth)).unwrap();
    }
    for (text, expected) in [
        (laughs, "6:12 the aliases expand to more than 1048576 bytes"),
        (nested, "129:129 it is nested deeper than 127 levels"),
        (
            "- ".repeat(100_000),
            "1:257 it is nested deeper than 127 levels",
        ),
        (
            "[".repeat(100_000),
            "1:256 it is not YAML: recursion limit exceeded",
        ),
        (
            "{a: ".repeat(100_000),
            "1:1021 it is not YAML: recursion limit exceeded",
        ),
        (
            "!a ".repeat(1_000),
            "1:4 it is not YAML: did not find expected <document start>",
        ),
    ] {
        assert_eq!(error(&text), expected, "{text:.80}");
    }
    // Within the limit, an alias is its value, with the position of the anchor.
    let run = run_on(
        "operation: &a reboot\nargs: [*a, &b 7]\npath: *b\n",
        &["check", "--format=github", "-"],
    );
    let positions: Vec<_> = run
        .stdout
        .lines()
        .map(|it| it.split(",title").next().unwrap())
        .collect();
    assert_eq!(
        positions,
        ["::error line=2,col=15", "::error line=2,col=15"],
        "{}",
        run.stdout
    );
}
