//! Job documents: their schemas, their text both ways, and what is wrong with them.

use std::{env, fs, path::PathBuf};

use iot_jobs::{
    codec,
    device::operation::describe_job_execution::DescribeJobExecutionOutput,
    document::{
        ActionType, Command, CommandErrorKind, Content, Document, Lenient, OperationDocument,
        OtaDocument, Schema, StepsDocument,
    },
    shape::{self, Shape},
    validate::{Rule, Severity, Validate},
};
use proptest::prelude::*;
use serde_json::Value;

/// The shared samples, or a word on standard error and nothing.
pub(crate) fn samples() -> Option<PathBuf> {
    let shared = env::var_os("IOT_JOBS_SHARED").map(|shared| PathBuf::from(shared).join("samples"));
    if shared.is_none() {
        eprintln!("IOT_JOBS_SHARED is not set: the shared samples are not looked at");
    }
    shared
}

/// The document in an answer to a device, as it came.
fn update(answer: &str) -> Option<String> {
    let answer: DescribeJobExecutionOutput = codec::from_str(answer).unwrap();
    let document = answer.execution()?.job_document()?;
    Some(document.as_str().to_owned())
}

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
    let action = shape::find("document.Action").unwrap();
    let member = action.structure().member("type").unwrap();
    assert_eq!((member.name, member.required), ("type", true));
    let built = iot_jobs::document::Action::builder().name("n").build();
    let message = built.unwrap_err().to_string();
    assert!(message.starts_with("type was"), "{message}");
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
    }
    for (text, message) in [
        (
            r#"{"operation":"o","includeStdOut":"yes"}"#,
            r#"includeStdOut: expected a boolean, `"true"` or `"false"`, found string "yes" at line 1 column 34"#,
        ),
        (
            r#"{"operation":"o","allowStdErr":"NaN"}"#,
            r#"allowStdErr: expected a whole number of 64 bits, possibly in a string, found string "NaN" at line 1 column 32"#,
        ),
        (
            r#"{"operation":"o","allowStdErr":19223372036854775808}"#,
            "allowStdErr: expected a whole number of 64 bits, possibly in a string, found number 19223372036854775808 at line 1 column 32",
        ),
    ] {
        let error = codec::from_str::<OperationDocument>(text).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn the_schema_shows_by_members_of_its_own() {
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
        .why;
    assert!(why.contains("`version`"), "{why}");
    for (text, position) in [
        ("", (1, 1)),
        ("{\"a\": }", (1, 7)),
        ("{} {}", (1, 4)),
        (r#"{"a":"\ud800"}"#, (1, 13)),
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
fn every_sample_detects_as_its_index_says() {
    let Some(samples) = samples() else { return };
    let index = fs::read_to_string(samples.join("index.tsv")).unwrap();
    let (mut documents, mut updates) = (0, 0);
    for line in index.lines().skip(1) {
        let (file, rest) = line.split_once('\t').unwrap();
        let label = rest.split('\t').next().unwrap();
        let text = fs::read_to_string(samples.join(file)).unwrap();
        let schema = match label {
            "JobDocument(steps) invalid" => {
                let error = Document::detect(&text).unwrap_err();
                assert!(
                    error.is_syntax() && error.line() > Some(1),
                    "{file}: {error}"
                );
                continue;
            }
            "JobDocument(steps)" => Schema::Steps,
            "JobDocument(old schema)" | "JobDocument(jobs-agent)" => Schema::Operation,
            other if other.starts_with("JobDocument(") => Schema::Custom,
            other if other.contains("afr_ota") && !file.starts_with("invalid/") => {
                let Some(document) = update(&text) else {
                    continue;
                };
                let detected = Document::detect(&document).unwrap();
                assert_eq!(detected.schema, Schema::Ota, "{file}");
                updates += 1;
                continue;
            }
            _ => continue,
        };
        let document: Document = text.parse().unwrap();
        assert_eq!(document.schema(), schema, "{file}");
        let again = match document.content() {
            Content::Steps(document) => codec::to_string(document),
            Content::Operation(document) => codec::to_string(document),
            Content::Ota(document) => codec::to_string(document),
            _ => Ok(text.clone()),
        };
        let (again, text): (Value, Value) = (
            serde_json::from_str(&again.unwrap()).unwrap(),
            serde_json::from_str(&text).unwrap(),
        );
        assert_eq!(again, text, "{file}");
        documents += 1;
    }
    assert!(
        documents > 35 && updates > 15,
        "{documents} documents, {updates} updates"
    );
}

#[test]
fn samples_are_clean_but_for_the_negatives() {
    let Some(samples) = samples() else { return };
    for entry in fs::read_dir(&samples).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = match name.split_once('-') {
            Some(("jobdoc", _)) => fs::read_to_string(&path).unwrap(),
            Some(("ota", _)) => match update(&fs::read_to_string(&path).unwrap()) {
                Some(document) => document,
                None => continue,
            },
            _ => continue,
        };
        let found = Document::check(&text).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.path.as_str(), found.rule, found.severity))
            .collect();
        let expected: &[_] = match name.as_str() {
            "jobdoc-dc-test-SpaceCharactersContainedWithinFirstWordOfCommand.json" => &[(
                "steps[0].action.input.command",
                Rule::Command,
                Severity::Error,
            )],
            "ota-invalid-protocol.json" => {
                &[("afr_ota.protocols[0]", Rule::OtaUpdate, Severity::Warning)]
            }
            "ota-missing-key.json" => &[(
                "afr_ota.files[0].filesize",
                Rule::OtaUpdate,
                Severity::Warning,
            )],
            "ota-filesize-overflow.json" => {
                &[("afr_ota.files[0].filesize", Rule::Range, Severity::Warning)]
            }
            "ota-invalid-base64-key.json" => &[(
                "afr_ota.files[0].sig-sha256-ecdsa",
                Rule::OtaUpdate,
                Severity::Warning,
            )],
            "ota-invalid-number-nan.json" | "ota-invalid-number-val.json" => &[
                ("afr_ota.files[0].filesize", Rule::Form, Severity::Error),
                ("afr_ota.files[0].fileid", Rule::Form, Severity::Error),
            ],
            _ => &[],
        };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_invalid_samples_without_their_syntax_errors_are_reported_by_path() {
    let Some(samples) = samples() else { return };
    let invalid = |name| fs::read_to_string(samples.join("invalid").join(name)).unwrap();
    let number = "steps[0].action.allowStdErr";
    let paths = |text: &str| -> Vec<String> {
        let found = Document::check(text).unwrap();
        let found = found
            .into_iter()
            .filter(|found| found.severity == Severity::Error);
        found.map(|found| found.path).collect()
    };

    let text = invalid("jobdoc-dc-test-MissingRequiredFields.json");
    assert_eq!(Document::check(&text).unwrap_err().line(), Some(2));
    let text = text.replace("//version is missing", "");
    assert_eq!(paths(&text), ["version"]);
    let warnings = Document::check(&text).unwrap();
    assert!(
        warnings
            .iter()
            .any(|found| found.path == number && found.rule == Rule::DocumentIgnored)
    );

    let text = invalid("jobdoc-dc-test-MissingRequiredFieldsValue.json");
    let error = Document::check(&text).unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(16), Some(25)));
    let text = text.replace(r#""name": ,"#, r#""name": null,"#);
    assert_eq!(paths(&text), ["steps[0].action.name"]);

    let text = invalid("jobdoc-dc-test-CommandFieldsIsEmpty.json");
    let error = Document::check(&text).unwrap_err();
    assert_eq!(error.line(), Some(10));
    for nothing in [r#""""#, r#"" ""#, r#"",x""#] {
        let text = text.replace(r#""command":"#, &format!(r#""command":{nothing}"#));
        assert_eq!(paths(&text), ["steps[0].action.input.command"], "{nothing}");
    }
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
                found.path,
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
    assert_eq!(
        (found[0].path.as_str(), found[0].rule),
        ("operation", Rule::Form)
    );
    let huge = r#"{"operation":"a","path":1e999}"#;
    let found = Document::check(huge).unwrap();
    assert_eq!(
        (found[0].path.as_str(), found[0].rule),
        ("path", Rule::Form)
    );
    let large = format!(r#"{{"a":"{}"}}"#, "x".repeat(32768));
    let found = Document::check(&large).unwrap();
    assert_eq!((found[0].path.as_str(), found[0].rule), ("$", Rule::Bytes));
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

#[test]
fn commands_are_tokens_between_commas() {
    for (text, tokens, canonical) in [
        ("ls", &["ls"][..], "ls"),
        ("ls,/tmp", &["ls", "/tmp"], "ls,/tmp"),
        (
            r"echo,a\,b , c d ",
            &["echo", "a,b", "c d"],
            r"echo,a\,b,c d",
        ),
        (
            " \n echo \t, Hello World ",
            &["echo", "Hello World"],
            "echo,Hello World",
        ),
        ("a,,", &["a", "", ""], "a,,"),
        (r"a,b\ ,c", &["a", r"b\", "c"], r"a,b\ ,c"),
        (r"a,\\,", &["a", r"\,"], r"a,\\,"),
        (r"a,b\n", &["a", r"b\n"], r"a,b\n"),
        (
            "${aws:iot:parameter:command}",
            &["${aws:iot:parameter:command}"],
            "${aws:iot:parameter:command}",
        ),
    ] {
        let command: Command = text.parse().unwrap();
        assert_eq!(command.tokens(), tokens, "{text}");
        assert_eq!(command.to_string(), canonical);
        assert_eq!(Command::new(tokens.iter().copied()), Ok(command));
    }
    for (text, kind, offset) in [
        ("", CommandErrorKind::NoProgram, 0),
        ("  ", CommandErrorKind::NoProgram, 2),
        (" ,ls", CommandErrorKind::NoProgram, 1),
        (
            " aws iot \t,describe-endpoint",
            CommandErrorKind::SpaceInProgram,
            4,
        ),
        (r"\,\,é x,y", CommandErrorKind::SpaceInProgram, 6),
    ] {
        let error = text.parse::<Command>().unwrap_err();
        assert_eq!((error.kind(), error.offset()), (kind, offset), "{text:?}");
    }
    let around = Command::new(["ls", " x"]).unwrap_err();
    assert_eq!(
        (around.kind(), around.offset()),
        (CommandErrorKind::SpaceAround, 3)
    );
    assert_eq!(
        around.to_string(),
        "white space around a token, which devices drop (at byte 3)"
    );
}

proptest! {
    #[test]
    fn commands_print_as_they_parse(program in r"[a-z,\\]{1,5}", arguments in prop::collection::vec(r"([a-z,\\é][a-z ,\\]{0,5}[a-z,\\])?", 0..5)) {
        let tokens: Vec<String> = std::iter::once(program).chain(arguments).collect();
        let command = Command::new(tokens.clone()).unwrap();
        let parsed: Command = command.to_string().parse().unwrap();
        prop_assert_eq!(parsed.tokens(), &tokens[..]);
    }

    #[test]
    fn commands_parse_and_print_without_a_panic(text in r"[a ,\\é\t]{0,12}") {
        match text.parse::<Command>() {
            Ok(command) => {
                let printed = command.to_string();
                prop_assert_eq!(printed.parse::<Command>().unwrap(), command);
            }
            Err(error) => prop_assert!(text.is_char_boundary(error.offset())),
        }
    }
}
