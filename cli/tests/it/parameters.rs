//! `check --param`: values for placeholders.

use crate::run::run_on;

const DOCUMENT: &str = r#"{
  "operation": "${aws:iot:parameter:what}",
  "args": ["${aws:iot:parameter:one}", "${aws:iot:parameter:two}"]
}"#;

#[test]
fn the_document_is_checked_with_its_values() {
    let arguments = ["check", "--format=json", "-"];
    let run = run_on(DOCUMENT, &arguments);
    assert_eq!(run.code, Some(0), "{}", run.stdout);

    let given = ["--param=what=a=\"b\"", "--param", "one=1", "--param=two=x"];
    let run = run_on(DOCUMENT, &[&arguments[..], &given].concat());
    let row = r#"{"input":"-","shape":"document.OperationDocument","decoded":true,"value":{"operation":"a=\"b\"","args":["1","x"]},"unknown":[],"violations":[]}"#;
    assert_eq!(
        (run.stdout, run.stderr.as_str(), run.code),
        (format!("{row}\n"), "", Some(0))
    );
}

#[test]
fn findings_in_values_have_the_positions_of_the_placeholders() {
    let document = DOCUMENT.replace("\"args\"", "\"steps\": [{\"action\": {\"name\": \"n\", \"type\": \"runCommand\", \"input\": {\"command\": \"${aws:iot:parameter:what}\"}}}],\n  \"version\": \"1.0\", \"args\"");
    let given = ["--param=what=a b", "--param=one=1", "--param=two=x"];
    let run = run_on(document, &[&["check", "-"][..], &given].concat());
    let block = "error[command]: steps[0].action.input.command\n \
                 --> <stdin>:3:81\n  |\n3 | ";
    assert!(run.stdout.contains(block), "{}", run.stdout);
    assert_eq!(run.code, Some(1));
}

#[test]
fn missing_and_unused_values_are_errors() {
    let given = ["--param=one=1", "--param=three=3", "--param=what="];
    let run = run_on(DOCUMENT, &[&["check", "-"][..], &given].concat());
    let report = r#"<stdin>: 3 errors, document.OperationDocument (it has `operation` and no `version`)
error[placeholder-value]: args[1]
 --> <stdin>:3:40
  |
3 |   "args": ["${aws:iot:parameter:one}", "${aws:iot:parameter:two}"]
  |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ no value is given for ${aws:iot:parameter:two} (at byte 0)

error[length]: documentParameters.what: it is empty (allowed: 1 to 30720 characters)
--> <stdin>

error[parameter-unused]: documentParameters.three: the document has no placeholder ${aws:iot:parameter:three}
--> <stdin>

"#;
    assert_eq!((run.stdout.as_str(), run.code), (report, Some(1)));

    let json = ["check", "--format=json", "-", "--param=three=3"];
    let run = run_on(r#"{"operation":"x"}"#, &json);
    let row = r#"{"input":"-","shape":"document.OperationDocument","decoded":true,"value":{"operation":"x"},"unknown":[],"violations":[{"path":"documentParameters.three","rule":"parameter-unused","severity":"error","message":"the document has no placeholder ${aws:iot:parameter:three}","line":null,"column":null}]}"#;
    assert_eq!((run.stdout, run.code), (format!("{row}\n"), Some(1)));
}
