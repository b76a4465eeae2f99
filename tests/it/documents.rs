//! Job documents: their schemas, their text both ways, and what is wrong with them.

use std::fmt::Debug;

use iot_jobs::{
    catalog, codec,
    document::{
        ActionType, Document, Lenient, OperationDocument, OtaDocument, Schema, StepsDocument,
    },
    shape::Shape,
    validate::{Rule, Validate},
};

mod commands;
mod mistakes;
pub(crate) mod samples;

const STEPS: &str = r#"{"version":"1.0","includeStdOut":"true","conditions":[{"key":"os","value":["ubuntu"],"type":"stringEqual"}],"steps":[{"action":{"name":"Get","type":"runHandler","input":{"handler":"get.sh","args":["a","b"],"path":"default"},"runAsUser":"root","allowStdErr":8,"ignoreStepFailure":"false"}},{"action":{"name":"List","type":"runCommand","input":{"command":"ls,/tmp"}}}],"finalStep":{"action":{"name":"End","type":"runHandler","input":{"handler":"end.sh"}}},"_comment":"kept"}"#;
const OPERATION: &str = r#"{"operation":"install.sh","args":["lftp"],"path":"default","includeStdOut":"true","allowStdErr":2,"packageName":"p"}"#;
const OTA: &str = r#"{"afr_ota":{"protocols":["MQTT","HTTP"],"streamname":"AFR_OTA-1","files":[{"filepath":"/f","filesize":10240,"fileid":0,"certfile":"c.crt","sig-sha256-ecdsa":"MEQC","update_data_url":"https://h/f","auth_scheme":"aws.s3.presigned","fileType":2,"sig-other":"MEQC"}]}}"#;

/// Decodes text, which encodes to the very same text.
fn same<T: Shape>(text: &str) -> T {
    let value: T = codec::from_str(text).unwrap();
    assert_eq!(codec::to_string(&value).unwrap(), text);
    value
}

#[test]
fn the_known_schemas_go_both_ways() {
    let steps: StepsDocument = same(STEPS);
    let action = &steps.steps()[0].action;
    assert_eq!(action.r#type(), &ActionType::RunHandler);
    assert_eq!(action.input().args(), ["a", "b"]);
    assert_eq!(action.allow_std_err().and_then(Lenient::get), Some(8));
    assert_eq!(
        action.ignore_step_failure().and_then(Lenient::get),
        Some(false)
    );
    assert_eq!(steps.conditions()[0].value(), ["ubuntu"]);
    assert_eq!(steps.unknown_members().get("_comment"), Some(r#""kept""#));

    let operation: OperationDocument = same(OPERATION);
    assert_eq!(operation.operation(), "install.sh");

    let ota: OtaDocument = same(OTA);
    let file = &ota.afr_ota().files()[0];
    assert_eq!(file.file_size().and_then(Lenient::get), Some(10240));
    let signatures: Vec<_> = file.signatures().map(|(name, _)| name).collect();
    assert_eq!(signatures, ["sig-sha256-ecdsa", "sig-other"]);

    for text in [STEPS, OPERATION, OTA] {
        assert_eq!(Document::check(text).unwrap(), [], "{text}");
    }
}

#[test]
fn a_member_called_type_has_its_plain_name_on_the_wire_and_in_errors() {
    let action = catalog::find_shape("document.Action").unwrap();
    let member = action.structure().member("type").unwrap();
    assert_eq!((member.name, member.required), ("type", true));
    let built = iot_jobs::document::Action::builder().name("n").build();
    let message = built.unwrap_err().to_string();
    assert!(message.starts_with("type was"), "{message}");
}

/// The text of a value that may be in a string, and how it is shown.
fn text_and_debug<T: Copy + Debug>(value: &Lenient<T>) -> (Option<String>, String) {
    (value.as_str().map(str::to_owned), format!("{value:?}"))
}

#[test]
fn values_in_strings_keep_their_form() {
    // (what stands behind includeStdOut and allowStdErr, their values)
    for (boolean, integer, values) in [
        (r#""true""#, "8", (Some(true), Some(8))),
        ("true", r#""8""#, (Some(true), Some(8))),
        (r#""false""#, r#""08""#, (Some(false), Some(8))),
        ("false", "-1", (Some(false), Some(-1))),
        (
            r#""${aws:iot:parameter:a}""#,
            r#""${aws:iot:parameter:b}""#,
            (None, None),
        ),
    ] {
        let text =
            format!(r#"{{"operation":"o","includeStdOut":{boolean},"allowStdErr":{integer}}}"#);
        let document: OperationDocument = same(&text);
        let include = document.include_std_out().and_then(Lenient::get);
        let lines = document.allow_std_err().and_then(Lenient::get);
        assert_eq!((include, lines), values, "{text}");
        for (json, lenient) in [
            (boolean, document.include_std_out().map(text_and_debug)),
            (integer, document.allow_std_err().map(text_and_debug)),
        ] {
            let in_string = serde_json::from_str::<String>(json).ok();
            assert_eq!(lenient, Some((in_string, json.to_owned())));
        }
    }
    for (text, message) in [
        (
            r#"{"operation":"o","includeStdOut":"yes"}"#,
            r#"includeStdOut: expected a boolean, `"true"` or `"false"`, found string "yes" at line 1 column 34"#,
        ),
        (
            r#"{"operation":"o","allowStdErr":"NaN"}"#,
            r#"allowStdErr: expected a 64-bit integer, possibly in a string, found string "NaN" at line 1 column 32"#,
        ),
        (
            r#"{"operation":"o","allowStdErr":"0e"}"#,
            r#"allowStdErr: expected a 64-bit integer, possibly in a string, found string "0e" at line 1 column 32"#,
        ),
        (
            r#"{"operation":"o","allowStdErr":"0e+x"}"#,
            r#"allowStdErr: expected a 64-bit integer, possibly in a string, found string "0e+x" at line 1 column 32"#,
        ),
        (
            r#"{"operation":"o","allowStdErr":19223372036854775808}"#,
            "allowStdErr: expected a 64-bit integer, possibly in a string, found number 19223372036854775808 at line 1 column 32",
        ),
    ] {
        let error = codec::from_str::<OperationDocument>(text).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn the_schema_is_detected_by_its_members() {
    use Schema::{Custom, Operation, Ota, Steps};
    for (text, schema) in [
        (STEPS, Steps),
        (OPERATION, Operation),
        (OTA, Ota),
        (r#"{"steps":[{"action":{}}]}"#, Steps),
        (r#"{"version":"1.0","steps":[]}"#, Steps),
        (r#"{"version":"1.0","steps":{}}"#, Steps),
        (r#"{"steps":["boil","eat"]}"#, Custom),
        (r#"{"version":"1.0"}"#, Custom),
        (r#"{"operation":{}}"#, Custom),
        (r#"{"operation":"update","version":"2"}"#, Custom),
        (r#"{"action":"publish"}"#, Custom),
        ("{}", Custom),
        ("[]", Custom),
        ("null", Custom),
        ("7", Custom),
        (r#"{"huge":1e999}"#, Custom),
        (r#"" x ""#, Custom),
    ] {
        assert_eq!(Document::detect(text).unwrap().schema, schema, "{text}");
        if let Ok(document) = text.parse::<Document>() {
            assert_eq!((document.schema(), document.as_str()), (schema, text));
        }
    }
    let why = Document::detect(r#"{"operation":"update","version":"2"}"#)
        .unwrap()
        .reason;
    assert!(why.contains("`version`"), "{why}");
    for (text, position) in [
        ("", (1, 1)),
        ("{\"a\": }", (1, 7)),
        ("{} {}", (1, 4)),
        (r#"{"a":"\ud800"}"#, (1, 7)),
    ] {
        let error = Document::detect(text).unwrap_err();
        assert!(
            error.is_syntax() || error.is_incomplete(),
            "{text}: {error}"
        );
        assert_eq!(
            (error.line(), error.column()),
            (Some(position.0), Some(position.1)),
            "{text}"
        );
    }
    assert_eq!(
        format!("{:?}", "[1]".parse::<Document>().unwrap()),
        "Document(custom, 3 bytes)"
    );
}

#[test]
fn every_mistake_is_found_and_has_a_line() {
    let text = r#"{
  "version": "2.0",
  "conditions": [{"value": []}],
  "steps": [
    {"action": {"name": 7, "type": "runCommand", "input": {"command": "ls -l"}}},
    {"action": {"name": "", "type": "runScript", "input": {}}},
    {"action": {"name": "b", "type": "runHandler", "input": {"command": "x"}, "ignoreStepFailure": true}},
    "reboot"
  ],
  "finalStep": {"action": {"name": "${aws:iot:nothing}", "type": "runHandler", "input": []}}
}"#;
    let found: Vec<_> = Document::check(text)
        .unwrap()
        .into_iter()
        .map(|found| {
            let line = codec::locate(text, &found.path).unwrap().0;
            (
                line,
                found.path.to_string(),
                found.rule.as_str(),
                found.severity.as_str(),
            )
        })
        .collect();
    let expected = [
        (2, "version", "document-version", "warning"),
        (3, "conditions[0].key", "required", "error"),
        (3, "conditions[0].value", "size", "error"),
        (5, "steps[0].action.name", "form", "error"),
        (5, "steps[0].action.input.command", "command", "error"),
        (6, "steps[1].action.name", "length", "error"),
        (6, "steps[1].action.type", "enum-value", "warning"),
        (7, "steps[2].action.input.handler", "action-input", "error"),
        (
            7,
            "steps[2].action.input.command",
            "document-ignored",
            "warning",
        ),
        (
            7,
            "steps[2].action.ignoreStepFailure",
            "document-ignored",
            "warning",
        ),
        (8, "steps[3]", "form", "error"),
        (10, "finalStep.action.name", "placeholder", "error"),
        (10, "finalStep.action.input", "form", "error"),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(line, path, rule, severity)| (line, path.to_owned(), rule, severity))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_no_schema_takes_is_still_reported() {
    // The same member twice, and a number that no `Value` holds.
    let twice = r#"{"operation":"a","operation":"b"}"#;
    let found = Document::check(twice).unwrap();
    assert_eq!(found[0].path, "operation");
    assert_eq!(found[0].rule, Rule::Form);
    let huge = r#"{"operation":"a","path":1e999}"#;
    let found = Document::check(huge).unwrap();
    assert_eq!(found[0].path, "path");
    assert_eq!(found[0].rule, Rule::Form);
    let large = format!(r#"{{"a":"{}"}}"#, "x".repeat(32768));
    let found = Document::check(&large).unwrap();
    assert_eq!(found[0].path, "$");
    assert_eq!(found[0].rule, Rule::Bytes);
    assert_eq!(found[0].limit.as_deref(), Some("at most 32768 bytes"));
    let fits = format!(r#"{{"a":"{}"}}"#, "x".repeat(32760));
    assert_eq!(
        (fits.len(), Document::check(&fits).unwrap()),
        (32768, vec![])
    );
}

#[test]
fn typed_documents_are_validated_like_other_shapes() {
    let document: StepsDocument = codec::from_str(
        r#"{"version":"1.0","steps":[{"action":{"name":"a","type":"runHandler","input":{}}}]}"#,
    )
    .unwrap();
    let found = document.violations();
    assert_eq!(
        found[0].to_string(),
        "error: steps[0].action.input.handler: an action of type runHandler needs this member, and it is absent (action-input)"
    );
    assert_eq!(found.len(), 1);
}
