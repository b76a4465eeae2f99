//! JSON Schemas of the properties of resources.

use iot_jobs::cloudformation::ResourceType;
use jsonschema::Validator;
use serde_json::Value;

use super::valid::{JOB_TEMPLATES, JOBS};

fn validator(resource: ResourceType) -> Validator {
    let schema = resource.schema().to_value();
    let found = jsonschema::draft202012::meta::validate(&schema);
    assert!(found.is_ok(), "{resource}: {found:?}");
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The path of each value that a schema rejects.
fn rejected(validator: &Validator, properties: &str) -> Vec<String> {
    let properties: Value = serde_json::from_str(properties).unwrap();
    let errors = validator.iter_errors(&properties);
    errors
        .map(|error| error.instance_path().to_string())
        .collect()
}

#[test]
fn valid_properties_are_accepted() {
    let required = r#""JobTemplateId": "t", "Description": "d""#;
    let templates = JOB_TEMPLATES.iter().map(|it| format!("{required}, {it}"));
    for (resource, rows) in [
        (
            ResourceType::Job,
            JOBS.iter().map(|it| (*it).to_owned()).collect(),
        ),
        (ResourceType::JobTemplate, templates.collect::<Vec<_>>()),
    ] {
        let validator = validator(resource);
        for row in rows {
            // Only known at deployment, or converted by CloudFormation.
            let unlike = [
                "\"Fn::Transform\": {\"Name\": \"AWS::Include\"",
                "{{resolve:",
                "\"Macro\"",
                "\"JobId\": 7",
            ];
            if unlike.iter().any(|text| row.contains(text)) {
                continue;
            }
            assert_eq!(
                rejected(&validator, &format!("{{{row}}}")),
                [""; 0],
                "{row}"
            );
        }
    }
}

#[test]
fn wrong_properties_are_rejected() {
    for (resource, properties, expected) in [
        (ResourceType::Job, r#"{"JobId": "j"}"#, ""),
        (
            ResourceType::Job,
            r#"{"JobId": "a b", "Targets": {"Ref": "T"}}"#,
            "/JobId",
        ),
        (
            ResourceType::Job,
            r#"{"JobId": "j", "Targets": [{"Ref": "T"}], "jobTemplateArn": "a"}"#,
            "",
        ),
        (
            ResourceType::Job,
            r#"{"JobId": "j", "Targets": {"Ref": "T"}, "TargetSelection": "Snapshot"}"#,
            "/TargetSelection",
        ),
        (
            ResourceType::Job,
            r#"{"JobId": "j", "Targets": {"Ref": "T"}, "JobExecutionsRolloutConfig": {"ExponentialRolloutRate": {}}}"#,
            "/JobExecutionsRolloutConfig",
        ),
        (
            ResourceType::Job,
            r#"{"JobId": "j", "Targets": {"Ref": "T"}, "TimeoutConfig": {"InProgressTimeoutInMinutes": "soon"}}"#,
            "/TimeoutConfig/InProgressTimeoutInMinutes",
        ),
        (
            ResourceType::JobTemplate,
            r#"{"JobTemplateId": "t", "Description": "d", "TimeoutConfig": {"inProgressTimeoutInMinutes": 1}}"#,
            "/TimeoutConfig",
        ),
        (
            ResourceType::JobTemplate,
            r#"{"JobTemplateId": "t", "Description": "d", "Tags": [{"Key": "k", "Value": ""}]}"#,
            "/Tags/0/Value",
        ),
        (
            ResourceType::GreengrassDeployment,
            r#"{"TimeoutConfig": {"InProgressTimeoutInMinutes": -1}}"#,
            "/TimeoutConfig/InProgressTimeoutInMinutes",
        ),
    ] {
        let found = rejected(&validator(resource), properties);
        assert!(!found.is_empty(), "{properties}");
        for path in found {
            assert_eq!(path, expected, "{properties}");
        }
    }
}
