//! JSON Schemas: written-out ones, and those of all shapes validated by the crate `jsonschema`.

mod cases;
mod limits;
mod samples;
mod strict;
mod texts;
mod validator;

use iot_jobs::{catalog, codec, control, device, shape};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use self::validator::SchemaValidator;
use crate::fixtures::fixtures;

fn schema(shape: &str) -> Value {
    let entry = catalog::find_shape(shape).unwrap_or_else(|| panic!("no shape {shape}"));
    entry.schema().to_value()
}

#[test]
fn a_schema_holds_limits_required_members_and_sentences() {
    let tag = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tag",
        "description": "A key and a value attached to a job or a job template.",
        "type": "object",
        "properties": {
            "Key": {
                "description": "The key of the tag, 1 to 128 characters; `Key` on the wire.",
                "type": "string",
                "minLength": 1,
                "maxLength": 128,
                "pattern": r"^(?:^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$)$"
            },
            "Value": {
                "description": "The value of the tag, at most 256 characters; `Value` on the wire.",
                "type": ["string", "null"],
                "maxLength": 256
            }
        },
        "required": ["Key"]
    });
    assert_eq!(schema("Tag"), tag);
}

#[test]
fn structures_stand_in_defs_by_the_names_of_the_model() {
    let schema = schema("AbortConfig");
    assert_eq!(
        schema["properties"]["criteriaList"],
        json!({
            "description": "The criteria, tested in this order, at least one.",
            "type": "array",
            "minItems": 1,
            "items": {"$ref": "#/$defs/AbortCriteria"}
        })
    );
    let criteria = &schema["$defs"]["AbortCriteria"]["properties"];
    let action = &criteria["action"];
    assert_eq!(
        (&action["type"], &action["examples"]),
        (&json!("string"), &json!(["CANCEL"]))
    );
    assert_eq!(criteria["thresholdPercentage"]["maximum"], json!(100));
    assert_eq!(criteria["minNumberOfExecutedThings"]["minimum"], json!(1));
}

#[test]
fn each_kind_of_value_has_its_schema() {
    let rows = [
        (
            "JobSummary",
            "createdAt",
            json!({
                "type": ["number", "string", "null"],
                "minimum": -62_135_596_800_000_i64,
                "exclusiveMaximum": 253_402_300_800_000_i64,
                "format": "date-time"
            }),
        ),
        (
            "device.JobExecution",
            "versionNumber",
            json!({
                "type": ["integer", "string", "null"],
                "minimum": i64::MIN,
                "maximum": i64::MAX,
                "pattern": "^[0-9]+$"
            }),
        ),
        (
            "device.JobExecution",
            "jobDocument",
            json!({"maxLength": 32768}),
        ),
        (
            "device.StartNextPendingJobExecutionRequest",
            "stepTimeoutInMinutes",
            json!({
                "type": ["integer", "null"],
                "minimum": i64::MIN,
                "maximum": i64::MAX,
                "if": {"not": {"const": -1}},
                "then": {"minimum": 1, "maximum": 10080}
            }),
        ),
        (
            "device.CommandParameterValue",
            "BIN",
            json!({
                "type": ["string", "null"],
                "contentEncoding": "base64",
                "minLength": 4,
                "pattern": "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
            }),
        ),
        (
            "JobExecutionStatusDetails",
            "detailsMap",
            json!({
                "type": ["object", "null"],
                "maxProperties": 10,
                "propertyNames": {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^(?:[a-zA-Z0-9:_-]+)$"},
                "additionalProperties": {"type": "string", "minLength": 1, "maxLength": 1024}
            }),
        ),
        (
            "Job",
            "reasonCode",
            json!({"type": ["string", "null"], "maxLength": 128, "pattern": "^(?:[A-Z0-9_]+)$"}),
        ),
        (
            "document.OperationDocument",
            "includeStdOut",
            json!({
                "type": ["boolean", "string", "null"],
                "pattern": r"^(?:true|false)$|\$\{aws:iot:"
            }),
        ),
        (
            "Job",
            "status",
            json!({
                "type": ["string", "null"],
                "examples": ["IN_PROGRESS", "CANCELED", "COMPLETED", "DELETION_IN_PROGRESS", "SCHEDULED"]
            }),
        ),
        (
            "Job",
            "abortConfig",
            json!({
                "type": ["object", "null"],
                "if": {"type": "object"},
                "then": {"$ref": "#/$defs/AbortConfig"}
            }),
        ),
    ];
    for (shape, member, mut expected) in rows {
        let found = &schema(shape)["properties"][member];
        expected["description"] = found["description"].clone();
        assert!(expected["description"].is_string(), "{shape}.{member}");
        assert_eq!(*found, expected, "{shape}.{member}");
    }
}

#[test]
fn every_schema_is_one_of_draft_2020_12() {
    for entry in catalog::shapes() {
        let schema = entry.schema().to_value();
        let found = jsonschema::draft202012::meta::validate(&schema);
        assert!(found.is_ok(), "{}: {found:?}", entry.name());
        // Building fails on a reference that leads nowhere, as nothing is fetched.
        SchemaValidator::of(entry);
        // The same text each time.
        assert_eq!(entry.schema(), entry.schema());
    }
}

#[test]
fn patterns_keep_to_what_editors_know() {
    // The properties of ECMA-262 that the models use; Java's others are written out.
    let known = ["C}", "L}", "N}", "Z}"];
    for entry in catalog::shapes() {
        let schema = entry.schema().to_value().to_string();
        for property in schema.split(r"\\p{").skip(1) {
            let ends_known = known.iter().any(|name| property.starts_with(name));
            assert!(ends_known, "{}: {property:.20}", entry.name());
        }
    }
}

#[test]
fn fixtures_are_validated_as_the_crate_validates_them() {
    for fixture in fixtures() {
        let validator = SchemaValidator::of(fixture.entry);
        validator.agrees(&fixture.input, &fixture.name);
        let value = fixture.entry.decode(&fixture.input).unwrap();
        let encoded = value.to_json().unwrap();
        validator.agrees(&encoded, &fixture.name);
    }
}

#[test]
fn what_arrives_from_the_future_is_accepted() {
    let validator = SchemaValidator::of(catalog::find_shape("Job").unwrap());
    for json in [
        r#"{"status": "PAUSED", "pausedBy": {"user": "ops"}}"#,
        r#"{"jobId": null, "createdAt": 1549395301389}"#,
        "{}",
    ] {
        assert!(validator.accepts(json), "{json}");
    }
}

#[test]
fn shapes_of_both_planes_may_stand_in_one_schema() {
    let mut generator = SchemaGenerator::default();
    let names = [
        generator.subschema_for::<control::types::JobExecution>(),
        generator.subschema_for::<device::types::JobExecution>(),
        generator.subschema_for::<control::types::JobExecution>(),
    ];
    let names = names.map(|schema| schema.get("$ref").cloned().unwrap());
    assert_eq!(
        names,
        ["JobExecution", "JobExecution2", "JobExecution"].map(|name| format!("#/$defs/{name}"))
    );
    let definitions = generator.definitions();
    assert!(definitions["JobExecution"]["properties"]["thingArn"].is_object());
    assert!(definitions["JobExecution2"]["properties"]["thingName"].is_object());
}

/// Any shape has a schema, which takes what its builder makes.
#[test]
fn a_shape_is_known_to_have_a_schema() {
    fn schema_of<T: shape::Shape>() -> Value {
        schemars::schema_for!(T).to_value()
    }
    let schema = schema_of::<control::types::Tag>();
    let tag = control::types::Tag::builder().key("k").build().unwrap();
    let tag: Value = serde_json::from_str(&codec::to_string(&tag).unwrap()).unwrap();
    assert!(jsonschema::is_valid(&schema, &tag));
    assert_eq!(control::types::JobStatus::schema_name(), "JobStatus");
    let action = schemars::schema_for!(control::types::AbortAction).to_value();
    assert_eq!(action["type"], "string");
    assert_eq!(action["examples"], serde_json::json!(["CANCEL"]));
}
