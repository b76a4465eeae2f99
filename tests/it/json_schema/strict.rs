//! Strict schemas: what they reject beyond the others, and what validators say about it.

use iot_jobs::{catalog, document::Document, shape::UnknownKind};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::fixtures::fixtures;

fn strict(shape: &str) -> Value {
    let entry = catalog::find_shape(shape).unwrap_or_else(|| panic!("no shape {shape}"));
    entry.strict_schema().to_value()
}

fn validator(schema: &Value) -> Validator {
    let options = jsonschema::options().with_draft(jsonschema::Draft::Draft202012);
    options
        .build(schema)
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_strict_schema_is_closed_and_without_null() {
    let timeout = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "TimeoutConfig",
        "description": strict("TimeoutConfig")["description"],
        "type": "object",
        "properties": {
            "inProgressTimeoutInMinutes": {
                "description": strict("TimeoutConfig")["properties"]["inProgressTimeoutInMinutes"]["description"],
                "type": "integer",
                "minimum": 1,
                "maximum": 10080
            }
        },
        "additionalProperties": false
    });
    assert_eq!(strict("TimeoutConfig"), timeout);
    let job = strict("Job");
    let abort = &job["properties"]["abortConfig"];
    assert_eq!(abort["$ref"], "#/$defs/AbortConfig");
    assert_eq!((abort.get("then"), abort.get("type")), (None, None));
    assert_eq!(
        job["$defs"]["AbortConfig"]["additionalProperties"],
        json!(false)
    );
    // A job document is any value but `null`.
    let document = &strict("device.JobExecution")["properties"]["jobDocument"];
    let any = json!(["object", "array", "string", "number", "boolean"]);
    assert_eq!(document["type"], any);
    let steps = strict("document.StepsDocument");
    assert_eq!(steps["patternProperties"], json!({"^_": true}));
    let file = strict("document.OtaFile");
    assert_eq!(file["patternProperties"], json!({"^(?:_|sig-)": true}));
}

#[test]
fn every_strict_schema_is_one_of_draft_2020_12_without_null_and_alternatives() {
    for entry in catalog::shapes() {
        for (schema, null) in [(entry.schema(), true), (entry.strict_schema(), false)] {
            let schema = schema.to_value();
            let found = jsonschema::draft202012::meta::validate(&schema);
            assert!(found.is_ok(), "{}: {found:?}", entry.name());
            validator(&schema);
            let text = schema.to_string();
            assert!(!text.contains(r#""anyOf""#), "{}", entry.name());
            assert!(null || !text.contains(r#""null""#), "{}", entry.name());
            assert!(null || !text.contains(r#""examples""#), "{}", entry.name());
        }
    }
}

/// What a validator reports: the places and messages of the errors.
fn errors(schema: &Value, input: &Value) -> Vec<String> {
    let validator = validator(schema);
    let errors = validator.iter_errors(input);
    let mut errors: Vec<_> = errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    errors.sort();
    errors
}

#[test]
fn validators_say_what_is_wrong() {
    let job = json!({
        "jobId": "j",
        "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
        "document": null,
        "targetSelection": "Continuous",
        "timeoutConfig": {"inProgressTimeoutInMinutes": 0},
        "jobExecutionRolloutConfig": {},
    });
    let timeout = "/timeoutConfig/inProgressTimeoutInMinutes: 0 is less than the minimum of 1";
    let lenient = catalog::find_shape("CreateJobRequest")
        .unwrap()
        .schema()
        .to_value();
    assert_eq!(errors(&lenient, &job), [timeout]);
    assert_eq!(
        errors(&strict("CreateJobRequest"), &job),
        [
            "/document: null is not of type \"string\"",
            "/targetSelection: \"Continuous\" is not one of \"CONTINUOUS\" or \"SNAPSHOT\"",
            timeout,
            ": Additional properties are not allowed ('jobExecutionRolloutConfig' was unexpected)",
        ]
    );
    let wrong = json!({"timeoutConfig": 7, "createdAt": true});
    let lenient = catalog::find_shape("Job").unwrap().schema().to_value();
    assert_eq!(
        errors(&lenient, &wrong),
        [
            "/createdAt: true is not of types \"null\", \"number\", \"string\"",
            "/timeoutConfig: 7 is not of types \"null\", \"object\"",
        ]
    );
}

#[test]
fn comments_of_job_documents_are_allowed() {
    let validator = validator(&strict("document.StepsDocument"));
    let document = |extra: &str| {
        let text = format!(
            r#"{{"_comment": 1, "version": "1.0", "steps": [{{"action": {{"name": "n", "type": "runHandler",
            "_why": "", "input": {{"handler": "h"}}, "runAsUser": "u"{extra}}}}}]}}"#
        );
        text.parse::<Document>().unwrap();
        serde_json::from_str::<Value>(&text).unwrap()
    };
    assert!(validator.is_valid(&document("")));
    assert!(!validator.is_valid(&document(r#", "runAsUsr": "u""#)));
    assert!(!validator.is_valid(&document(r#", "allowStdErr": null"#)));
}

/// A payload of which the crate knows everything is valid, and no other.
#[test]
fn fixtures_are_valid_if_everything_in_them_is_known() {
    let mut valid = 0;
    for fixture in fixtures() {
        let value = fixture.entry.decode(&fixture.input).unwrap();
        // Names of comments are not counted as unknown by the schemas of job documents.
        let unknown = value.unknown();
        let known = unknown.is_empty();
        let comment = unknown.iter().any(|it| {
            let path = it.path.to_string();
            let name = path.rsplit('.').next().unwrap_or_default();
            it.kind == UnknownKind::Member && (name.starts_with('_') || path.contains("sig-"))
        });
        if comment {
            continue;
        }
        let encoded: Value = serde_json::from_str(&value.to_json().unwrap()).unwrap();
        let lenient = validator(&fixture.entry.schema().to_value()).is_valid(&encoded);
        let strict = validator(&fixture.entry.strict_schema().to_value()).is_valid(&encoded);
        assert_eq!(strict, lenient && known, "{}: {encoded}", fixture.name);
        valid += usize::from(strict);
    }
    assert!(valid > 50, "{valid}");
}
