//! Compares the derived properties with the resource schemas in `tests/model/cloudformation.json`.

use std::{collections::BTreeSet, fmt::Display};

use iot_jobs::{
    cloudformation::{Property, ResourceType},
    constraint::{Constraint, Counts},
    facts::Kind,
};
use serde_json::Value;

use super::model;

/// What the crate declares differently, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    // Limits that the operation has and the schema has not: the deployment fails, too.
    (
        "AWS::IoT::Job.AbortConfig.CriteriaList[].ThresholdPercentage: minimum: schema none, crate 0",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.DestinationPackageVersions: maxItems: schema none, crate 25",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.JobExecutionsRolloutConfig.MaximumPerMinute: maximum: schema none, crate 1000",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.Tags: maxItems: schema none, crate 50",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.Targets: maxItems: schema none, crate 100",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.TimeoutConfig.InProgressTimeoutInMinutes: minimum: schema none, crate 1",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.TimeoutConfig.InProgressTimeoutInMinutes: maximum: schema none, crate 10080",
        "the documentation of CreateJob",
    ),
    (
        "AWS::IoT::Job.DocumentParameters{}: pattern: schema none, crate [^\\p{C}]+",
        "the model of CreateJob",
    ),
    (
        "AWS::IoT::JobTemplate.AbortConfig.CriteriaList[].ThresholdPercentage: minimum: schema none, crate 0",
        "the documentation of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.DestinationPackageVersions: maxItems: schema none, crate 25",
        "the documentation of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.JobExecutionsRolloutConfig.ExponentialRolloutRate.BaseRatePerMinute: maximum: schema none, crate 1000",
        "the model of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.JobExecutionsRolloutConfig.MaximumPerMinute: maximum: schema none, crate 1000",
        "the documentation of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.JobExecutionsRetryConfig.RetryCriteriaList: required: schema false, crate true",
        "the model of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.JobExecutionsRetryConfig.RetryCriteriaList[].FailureType: required: schema false, crate true",
        "the model of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.JobExecutionsRetryConfig.RetryCriteriaList[].NumberOfRetries: required: schema false, crate true",
        "the model of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.MaintenanceWindows[].DurationInMinutes: required: schema false, crate true",
        "the model of CreateJobTemplate",
    ),
    (
        "AWS::IoT::JobTemplate.MaintenanceWindows[].StartTime: required: schema false, crate true",
        "the model of CreateJobTemplate",
    ),
    (
        "AWS::GreengrassV2::Deployment.TimeoutConfig.InProgressTimeoutInMinutes: maximum: schema 2147483647, crate 10080",
        "an execution of any job times out after a week at most",
    ),
    (
        "AWS::IoT::JobTemplate.Description: minLength: schema 0, crate 1",
        "its pattern matches no empty text",
    ),
    // An integer of 32 bits is not larger.
    (
        "AWS::GreengrassV2::Deployment.AbortConfig.CriteriaList[].MinNumberOfExecutedThings: maximum: schema 2147483647, crate none",
        "the largest value of the member's type",
    ),
];

#[test]
fn properties_equal_the_resource_schemas() {
    let model: Value = serde_json::from_str(model::CLOUDFORMATION).unwrap();
    let mut comparison = Comparison::default();
    for resource in ResourceType::ALL {
        comparison.resource(*resource, &model["resources"][resource.as_str()]);
    }
    let expected: BTreeSet<_> = DIFFERENCES
        .iter()
        .map(|(line, _)| (*line).to_owned())
        .collect();
    let found: BTreeSet<_> = comparison.0.into_iter().collect();
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        one.difference(other).cloned().collect()
    };
    assert_eq!(only(&found, &expected), [""; 0], "not explained");
    assert_eq!(only(&expected, &found), [""; 0], "not a difference");
}

/// So a resource without its schema does not pass.
#[test]
fn an_empty_schema_differs() {
    for resource in ResourceType::ALL {
        let mut comparison = Comparison::default();
        comparison.resource(*resource, &serde_json::json!({"properties": {}}));
        assert!(!comparison.0.is_empty(), "{resource}");
    }
}

#[derive(Default)]
struct Comparison(Vec<String>);

impl Comparison {
    fn compare(&mut self, path: &str, what: &str, schema: impl Display, crate_: impl Display) {
        let (schema, crate_) = (schema.to_string(), crate_.to_string());
        if schema != crate_ {
            self.0
                .push(format!("{path}: {what}: schema {schema}, crate {crate_}"));
        }
    }

    fn resource(&mut self, resource: ResourceType, schema: &Value) {
        let path = resource.as_str();
        let create_only = names(&schema["createOnly"]);
        let container = resource.container();
        let inner = container.map_or(schema, |name| &schema["properties"][name]);
        for property in resource.properties() {
            let replaced_with = container.unwrap_or(&property.name);
            let replaces = create_only.contains(replaced_with);
            self.compare(path, &property.name, replaces, property.create_only);
        }
        if container.is_none() {
            let read_only = resource.read_only().iter().map(|name| (*name).to_owned());
            let read_only: BTreeSet<String> = read_only.collect();
            let of_schema = names(&schema["readOnly"]);
            self.compare(path, "readOnly", list(&of_schema), list(&read_only));
        }
        self.properties(path, inner, resource.properties(), resource.read_only());
    }

    fn properties(&mut self, path: &str, schema: &Value, properties: &[Property], others: &[&str]) {
        self.compare(
            path,
            "additionalProperties",
            &schema["additionalProperties"],
            false,
        );
        let required = names(&schema["required"]);
        let of_schema = schema["properties"].as_object().into_iter().flatten();
        let of_schema: BTreeSet<String> = of_schema.map(|(name, _)| name.clone()).collect();
        let declared = properties.iter().map(|property| property.name.clone());
        let others = others.iter().map(|name| (*name).to_owned());
        let declared: BTreeSet<String> = declared.chain(others).collect();
        self.compare(path, "properties", list(&of_schema), list(&declared));
        for property in properties {
            let path = format!("{path}.{}", property.name);
            let is_required = required.contains(&property.name);
            self.compare(&path, "required", is_required, property.required);
            let member = property.member;
            let schema = &schema["properties"][&property.name];
            self.value(&path, schema, member.kind, member.constraint, property);
        }
    }

    fn value(
        &mut self,
        path: &str,
        schema: &Value,
        kind: Kind,
        constraint: Option<&Constraint>,
        property: &Property,
    ) {
        let (name, lowest, highest) = match kind {
            Kind::String | Kind::Enum(_) => ("string", "minLength", "maxLength"),
            Kind::Integer | Kind::Long => ("integer", "minimum", "maximum"),
            Kind::Double => ("number", "minimum", "maximum"),
            Kind::List(_) => ("array", "minItems", "maxItems"),
            _ => ("object", "minProperties", "maxProperties"),
        };
        self.compare(
            path,
            "type",
            schema["type"].as_str().unwrap_or_default(),
            name,
        );
        let values = match kind {
            Kind::Enum(facts) => facts
                .values
                .iter()
                .map(|value| (*value).to_owned())
                .collect(),
            _ => BTreeSet::new(),
        };
        self.compare(path, "enum", list(&names(&schema["enum"])), list(&values));
        let (min, max) = limits(constraint, kind, property);
        self.compare(path, lowest, number(schema[lowest].as_f64()), number(min));
        self.compare(path, highest, number(schema[highest].as_f64()), number(max));
        if kind == Kind::String {
            let pattern = schema["pattern"].as_str().map(whole);
            let pattern = pattern.as_deref().unwrap_or("none");
            let declared = constraint.and_then(|it| it.pattern).map(whole);
            self.compare(
                path,
                "pattern",
                pattern,
                declared.as_deref().unwrap_or("none"),
            );
        }
        match kind {
            Kind::List(element) => {
                let constraint = constraint.and_then(|it| it.element);
                self.value(
                    &format!("{path}[]"),
                    &schema["items"],
                    *element,
                    constraint,
                    property,
                );
            }
            Kind::Map(value) => {
                let patterns = schema["patternProperties"].as_object();
                let pattern = patterns.and_then(|patterns| patterns.iter().next());
                let Some((pattern, schema)) = pattern else {
                    return self.compare(path, "names", "none", "some");
                };
                let key = constraint
                    .and_then(|it| it.key?.pattern)
                    .unwrap_or_default();
                self.compare(path, "names", whole(pattern), whole(key));
                let constraint = constraint.and_then(|it| it.value);
                self.value(&format!("{path}{{}}"), schema, *value, constraint, property);
            }
            Kind::Structure(_) if property.any_json => {
                self.compare(path, "properties", &schema["properties"], Value::Null);
            }
            Kind::Structure(_) => self.properties(path, schema, &property.properties, &[]),
            _ => {}
        }
    }
}

/// The limits of the model and of the documentation together, and the exceptions.
fn limits(
    constraint: Option<&Constraint>,
    kind: Kind,
    property: &Property,
) -> (Option<f64>, Option<f64>) {
    let Some(constraint) = constraint else {
        return (None, None);
    };
    let documented = constraint.documented;
    let mut min = constraint.min.or(documented.min.map(f64::from));
    let max = documented.max.map(f64::from).or(constraint.max);
    if kind == property.member.kind && property.min.is_some() {
        min = property.min;
    }
    // The least length of a string follows from its pattern or is 0.
    if constraint.counts == Counts::Characters && min.is_none() {
        let matches_empty = constraint
            .pattern
            .is_none_or(|pattern| !pattern.ends_with('+'));
        min = Some(if matches_empty { 0.0 } else { 1.0 });
    }
    (min, max)
}

/// A pattern without its anchors: the whole has to match.
fn whole(pattern: &str) -> String {
    pattern
        .trim_start_matches('^')
        .trim_end_matches('$')
        .to_owned()
}

fn names(value: &Value) -> BTreeSet<String> {
    let names = value.as_array().into_iter().flatten();
    names
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

fn list(names: &BTreeSet<String>) -> String {
    names.iter().cloned().collect::<Vec<_>>().join(", ")
}

fn number(limit: Option<f64>) -> String {
    limit.map_or_else(|| "none".to_owned(), |limit| limit.to_string())
}
