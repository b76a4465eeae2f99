//! Templates with the violations that a deployment or the service would find.

use iot_jobs::{
    check::Checks,
    cloudformation::{self, is_template},
    codec,
    validate::Violation,
};

mod functions;
#[cfg(feature = "schemars")]
mod schema;
mod valid;
mod wrong;

/// The violations of a template: severity, rule, path below the properties, line and column, and the text at that
/// position.
fn violations(template: &str) -> Vec<String> {
    let found = cloudformation::check(template, &Checks::new()).unwrap();
    let places = codec::places(template, found.iter().map(|it| &it.path)).unwrap();
    let lines = found.iter().zip(places).map(|(it, place)| {
        let path = it.path.to_string();
        let path = path.replace("Resources.R.Properties.", "");
        let at: String = template[place.range.start..].chars().take(6).collect();
        let (line, column) = (place.line, place.column);
        format!("{} {} {path} {line}:{column} {at}", it.severity, it.rule)
    });
    lines.collect()
}

/// A template with one resource, whose properties begin on the second line.
fn template(kind: &str, properties: &str) -> String {
    format!(
        "{{\"Resources\": {{\"R\": {{\"Type\": \"{kind}\", \"Properties\": {{\n{properties}\n}}}}}}}}"
    )
}

#[test]
fn a_template_is_known_by_its_resources() {
    for (text, expected) in [
        (r#"{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}"#, true),
        (
            r#"{"Resources": {"Fn::ForEach::A": ["B", [], {}], "C": {"Type": "Custom::C"}}}"#,
            true,
        ),
        (
            r#"{"Transform": "AWS::LanguageExtensions", "Resources": {"Fn::ForEach::A": ["B", [], {}]}}"#,
            true,
        ),
        (r#"{"AWSTemplateFormatVersion": "2010-09-09"}"#, false),
        (r#"{"Resources": {}}"#, false),
        (r#"{"Resources": {"A": {"Type": 7}}}"#, false),
        (r#"{"Resources": {"A": {"Type": "pump"}}}"#, false),
        (r#"{"Resources": [{"Type": "AWS::S3::Bucket"}]}"#, false),
        (r#"{"operation": "reboot"}"#, false),
        ("[]", false),
        ("", false),
    ] {
        assert_eq!(is_template(text), expected, "{text}");
    }
}

#[test]
fn messages_name_properties() {
    let template = template(
        "AWS::IoT::Job",
        r#""JobId": "j", "Targets": ["arn:aws:iot:eu-west-1:123456789012:thing/a"],
        "JobExecutionsRetryConfig": {"CriteriaList": [{"FailureType": "TIMED_OUT", "NumberOfRetries": 1}]}"#,
    );
    let found = cloudformation::check(&template, &Checks::new()).unwrap();
    let messages: Vec<_> = found.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the job has no document: set Document, DocumentSource or JobTemplateArn",
            "TIMED_OUT retries executions that timed out, and executions time out only with \
             TimeoutConfig.InProgressTimeoutInMinutes: set it",
        ]
    );
}

#[test]
fn messages_of_single_properties() {
    for (property, expected) in [
        (
            r#""Document": {"operation": "reboot"}"#,
            "expected a string, found an object: write JSON text, or use Fn::ToJsonString",
        ),
        (
            r#""JobArn": "a", "Tags": [{"Key": {"a": 1}, "Value": "v"}]"#,
            "expected a string, found an object",
        ),
        (
            r#""JobArn": "a", "Other": 1"#,
            "AWS::IoT::JobTemplate has no such property",
        ),
        (
            r#""JobArn": "a", "TimeoutConfig": {"InProgressTimeoutInMinutes": 1, "Other": 1}"#,
            "TimeoutConfig of AWS::IoT::JobTemplate has no such property",
        ),
        (
            r#""JobArn": "a", "JobExecutionsRolloutConfig": {"ExponentialRolloutRate": {"BaseRatePerMinute": 1, "IncrementFactor": 0.5, "RateIncreaseCriteria": {"NumberOfNotifiedThings": 1}}}"#,
            "0.5 is out of range (allowed: 1 to 5)",
        ),
    ] {
        let others = r#""JobTemplateId": "t", "Description": "d""#;
        let template = template("AWS::IoT::JobTemplate", &format!("{others}, {property}"));
        let found = cloudformation::check(&template, &Checks::new()).unwrap();
        let messages: Vec<_> = found.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(messages, [expected], "{property}");
    }
}

#[test]
fn messages_have_no_assumed_values() {
    let template = template(
        "AWS::IoT::JobTemplate",
        r#""JobTemplateId": "t", "Description": "d", "JobArn": {"Ref": "A"}, "TimeoutConfig": {"InProgressTimeoutInMinutes": 1},
        "JobExecutionsRetryConfig": {"RetryCriteriaList": [{"FailureType": {"Ref": "B"}, "NumberOfRetries": 1},
            {"FailureType": "ALL", "NumberOfRetries": 1}]}"#,
    );
    let found = cloudformation::check(&template, &Checks::new()).unwrap();
    let messages: Vec<_> = found.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages,
        ["Each failure type has at most one retry criterion."]
    );
}

#[test]
fn every_placeholder_without_a_value_is_reported() {
    let template = template(
        "AWS::IoT::Job",
        r#""JobId": "j", "Targets": [{"Ref": "T"}], "DocumentParameters": {"c": "d"},
        "Document": "[\"${aws:iot:parameter:a} ${aws:iot:parameter:b}\"]""#,
    );
    let found = cloudformation::check(&template, &Checks::new()).unwrap();
    let messages: Vec<_> = found.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the document has no placeholder ${aws:iot:parameter:c}",
            "no value is given for ${aws:iot:parameter:a} (at byte 0)",
            "no value is given for ${aws:iot:parameter:b} (at byte 23)",
        ]
    );
}

#[test]
fn text_that_is_not_json_is_an_error() {
    let error = cloudformation::check("{\"Resources\": {]}", &Checks::new()).unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(1), Some(16)));
}

/// Each resource is read a fixed number of times.
#[test]
fn many_resources_are_checked() {
    let resource = r#"{"Type": "AWS::IoT::JobTemplate", "Properties": {"JobTemplateId": {"Ref": "A"},
        "Description": "d", "Document": "{\"operation\": \"reboot\", \"args\": 7}", "Tags": [{"Key": "k"}]}}"#;
    let resources: Vec<_> = (0..2_000)
        .map(|index| format!("\"R{index}\": {resource}"))
        .collect();
    let template = format!("{{\"Resources\": {{{}}}}}", resources.join(","));
    let found = cloudformation::check(&template, &Checks::new()).unwrap();
    assert_eq!(found.len(), 2 * 2_000);
}

#[test]
fn a_template_has_resources_and_each_member_once() {
    let job = r#"{"Type": "AWS::IoT::Thing"}"#;
    for (template, expected) in [
        ("[]", &["error required Resources"][..]),
        ("{}", &["error required Resources"]),
        (r#"{"Resources": []}"#, &["error required Resources"]),
        (r#"{"Resources": {}}"#, &[]),
        (
            &format!(r#"{{"Resources": {{"A": {job}}}, "Resources": {{"B": {job}}}}}"#),
            &["error form Resources"],
        ),
        (
            &format!(r#"{{"Resources": {{"A": {job}, "A": {job}}}}}"#),
            &["error form Resources.A"],
        ),
        (
            r#"{"Resources": {"A": {"Type": "AWS::IoT::Thing", "Type": "AWS::IoT::Policy"}}}"#,
            &["error form Resources.A.Type"],
        ),
        (
            r#"{"Resources": {"A": {"Type": "AWS::GreengrassV2::Deployment", "Properties": {"TargetArn": "t", "IoTJobConfiguration": {}}}}}"#,
            &["error unknown-member Resources.A.Properties.IoTJobConfiguration"],
        ),
    ] {
        let found = cloudformation::check(template, &Checks::new()).unwrap();
        let line = |it: &Violation| format!("{} {} {}", it.severity, it.rule, it.path);
        let found: Vec<_> = found.iter().map(line).collect();
        assert_eq!(found, expected, "{template}");
    }
}
