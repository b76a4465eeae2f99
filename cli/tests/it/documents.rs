//! `check` of job documents, whose schema is detected.

use crate::run::{files, run_in, run_on};

const MISTAKES: &str = include_str!("../fixtures/five-mistakes.json");

#[test]
fn each_finding_is_shown_under_its_line() {
    let directory = files("documents-mistakes", &[("job.json", MISTAKES)]);
    let run = run_in(&directory, &["check", "job.json"]);
    let report = r#"job.json: 4 errors and 1 warning, document.StepsDocument (it has `steps` with an `action`)
error[placeholder]: steps[0].action.input.args[0]
  --> job.json:10:20
   |
10 |           "args": ["${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/firmware/p...
   |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the placeholder "${aws:iot:s3-presigned-url:https"… does not end with `}` (at byte 0)

error[form]: steps[0].action.runAsUser
  --> job.json:12:22
   |
12 |         "runAsUser": 0
   |                      ^ expected a string, found number 0

error[command]: steps[1].action.input.command
  --> job.json:20:22
   |
20 |           "command": "dpkg -i,/tmp/pump.deb"
   |                      ^^^^^^^^^^^^^^^^^^^^^^^ white space inside the first token; a comma goes between program and arguments (at byte 4)

error[required]: steps[2].action.name
  --> job.json:25:17
   |
25 |       "action": {
   |                 ^ this member is required, and absent

warning[enum-value]: steps[2].action.type
  --> job.json:26:17
   |
26 |         "type": "runComand",
   |                 ^^^^^^^^^^^ "runComand" is not a value that this version knows; it knows runHandler, runCommand; did you mean `runCommand`?

"#;
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        (report, "", Some(1))
    );
}

#[test]
fn a_json_row_has_the_decoding_error_and_the_violations() {
    let run = run_on(MISTAKES, &["check", "--format", "json", "-"]);
    let start = r#"{"input":"-","shape":"document.StepsDocument","decoded":false,"error":{"path":"steps[0].action.runAsUser","line":12,"column":22,"message":"expected a string, found number 0"},"violations":[{"path":"steps[0].action.input.args[0]","rule":"placeholder","severity":"error","message":""#;
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
    let end = r#"{"path":"steps[2].action.name","rule":"required","severity":"error","message":"this member is required, and absent","line":25,"column":17},{"path":"steps[2].action.type","rule":"enum-value","severity":"warning","message":"\"runComand\" is not a value that this version knows; it knows runHandler, runCommand; did you mean `runCommand`?","suggestion":"runCommand","line":26,"column":17}]}"#;
    assert!(run.stdout.ends_with(&format!("{end}\n")), "{}", run.stdout);
    assert_eq!((run.stdout.lines().count(), run.code), (1, Some(1)));
}

#[test]
fn the_detected_schema_is_reported_with_its_reason() {
    for (input, headline, row) in [
        (
            r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runHandler","input":{"handler":"h"}}}]}"#,
            "ok, document.StepsDocument (it has `steps` with an `action`)",
            r#""shape":"document.StepsDocument","decoded":true,"value":{"version":"1.0","steps":[{"action":{"name":"n","type":"runHandler","input":{"handler":"h"}}}]},"unknown":[],"violations":[]}"#,
        ),
        (
            r#"{ "new": 1.50, "operation": "reboot" }"#,
            "ok, document.OperationDocument (it has `operation` and no `version`) with 1 unknown member\n  unknown member  new",
            r#""shape":"document.OperationDocument","decoded":true,"value":{"operation":"reboot","new":1.50},"unknown":[{"path":"new","kind":"member"}],"violations":[{"path":"new","rule":"unknown-member","severity":"information","message":"this version knows no such member of OperationDocument","line":1,"column":3}]}"#,
        ),
        (
            "[ 1.50,\n \"a b\" ]",
            "ok, document (it is not an object)",
            r#""shape":"document","decoded":true,"value":[1.50,"a b"],"unknown":[],"violations":[]}"#,
        ),
    ] {
        let run = run_on(input, &["check", "-"]);
        assert_eq!(
            (run.stdout, run.code),
            (format!("<stdin>: {headline}\n"), Some(0))
        );
        let run = run_on(input, &["check", "--format", "json", "-"]);
        assert_eq!(
            (run.stdout, run.code),
            (format!("{{\"input\":\"-\",{row}\n"), Some(0))
        );
    }
}

#[test]
fn text_that_is_not_json_is_an_error() {
    for (input, path, line, column, message) in [
        (&b"{\"a\": }"[..], "a", 1, 7, "expected a JSON value"),
        (b"", "$", 1, 1, "the text is empty, expected a JSON value"),
        (b"{\n\"a\": \"\xff\"}", "a", 2, 7, "invalid UTF-8"),
        (
            b"\"\\ud800\"",
            "$",
            1,
            2,
            "a string with half of a surrogate pair",
        ),
    ] {
        let run = run_on(input, &["check", "--format", "json", "-"]);
        let row = format!(
            "{{\"input\":\"-\",\"shape\":\"document\",\"decoded\":false,\"error\":{{\"path\":\"{path}\",\"line\":{line},\"column\":{column},\"message\":\"{message}\"}}}}\n"
        );
        assert_eq!((run.stdout, run.code), (row, Some(1)));
    }
}

#[test]
fn denied_warnings_are_errors() {
    let input = r#"{"version":"7","steps":[{"action":{"name":"n","type":"runHandler","input":{"handler":"h"}}}]}"#;
    for (deny, code, headline, severity) in [
        (&[][..], 0, "1 warning", "warning"),
        (&["--deny", "warnings"], 1, "1 error", "error"),
    ] {
        let run = run_on(input, &[&["check", "-"], deny].concat());
        let headline = format!("<stdin>: {headline}, document.StepsDocument (");
        assert!(run.stdout.starts_with(&headline), "{}", run.stdout);
        let block = format!("\n{severity}[document-version]: version\n --> <stdin>:1:12\n");
        assert!(run.stdout.contains(&block), "{}", run.stdout);
        assert_eq!(run.code, Some(code));

        let run = run_on(input, &[&["check", "--format=json", "-"], deny].concat());
        let row = format!(
            r#""violations":[{{"path":"version","rule":"document-version","severity":"{severity}","#
        );
        assert!(run.stdout.contains(&row), "{}", run.stdout);
        assert_eq!(run.code, Some(code));
    }
}
