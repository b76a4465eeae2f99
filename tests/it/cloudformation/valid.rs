//! Templates without violations, in the forms of the documentation and of `cdk synth`.

use super::violations;

/// Properties of jobs.
pub(super) const JOBS: &[&str] = &[
    r#""JobId": "j", "Targets": ["arn:aws:iot:eu-west-1:123456789012:thing/a"], "Document": "{}""#,
    r#""JobId": {"Ref": "JobId"}, "Targets": [{"Fn::GetAtt": ["Thing", "Arn"]}], "Document": {"Ref": "Document"}"#,
    r#""JobId": {"Fn::Sub": "${AWS::StackName}-job"}, "Targets": {"Ref": "Targets"}, "JobTemplateArn": {"Fn::GetAtt": ["Template", "Arn"]}"#,
    r#""JobId": {"Fn::Join": ["-", ["j", {"Ref": "AWS::Region"}]]}, "Targets": {"Fn::Split": [",", {"Ref": "T"}]}, "DocumentSource": {"Fn::Sub": "https://${B}.s3.amazonaws.com/d"}"#,
    r#""JobId": "{{resolve:ssm:/job/id}}", "Targets": [{"Fn::ImportValue": "t"}], "Document": "{\"operation\": \"{{resolve:ssm:/operation}}\"}""#,
    // Numbers in strings, and strings as numbers.
    r#""JobId": 7, "Targets": [{"Ref": "T"}], "Document": "{}""#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "TimeoutConfig": {"InProgressTimeoutInMinutes": "10"}, "AbortConfig": {"CriteriaList": [{"FailureType": "ALL", "Action": "CANCEL", "ThresholdPercentage": "12.5", "MinNumberOfExecutedThings": "3"}]}"#,
    // One of two documents.
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": {"Fn::If": ["Inline", "{}", {"Ref": "AWS::NoValue"}]}, "DocumentSource": {"Fn::If": ["Inline", {"Ref": "AWS::NoValue"}, "s3"]}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": {"Fn::If": ["Inline", "{}", {"Ref": "AWS::NoValue"}]}, "DocumentSource": {"Fn::If": ["NotInline", "s3", {"Ref": "AWS::NoValue"}]}"#,
    r#""JobId": "j", "Targets": [{"Fn::If": ["One", {"Ref": "T"}, {"Ref": "AWS::NoValue"}]}], "Document": {"Ref": "D"}, "DocumentSource": {"Fn::If": ["A", "s3", {"Ref": "AWS::NoValue"}]}"#,
    // The timeout may be set.
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "JobExecutionsRetryConfig": {"CriteriaList": [{"FailureType": "TIMED_OUT", "NumberOfRetries": {"Ref": "N"}}, {"FailureType": {"Ref": "F"}, "NumberOfRetries": 10}]}, "TimeoutConfig": {"InProgressTimeoutInMinutes": {"Ref": "M"}}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "JobExecutionsRolloutConfig": {"ExponentialRate": {"BaseRatePerMinute": {"Ref": "B"}, "IncrementFactor": {"Ref": "I"}, "RateIncreaseCriteria": {"NumberOfNotifiedThings": {"Fn::If": ["A", 1, {"Ref": "AWS::NoValue"}]}, "NumberOfSucceededThings": {"Fn::If": ["A", {"Ref": "AWS::NoValue"}, 1]}}}}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "JobExecutionsRolloutConfig": {"ExponentialRate": {"BaseRatePerMinute": 1, "IncrementFactor": 2, "RateIncreaseCriteria": {"NumberOfNotifiedThings": {"Ref": "N"}, "NumberOfSucceededThings": {"Ref": "S"}}}}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "TargetSelection": {"Ref": "S"}, "SchedulingConfig": {"EndBehavior": "CANCEL", "EndTime": {"Ref": "E"}, "MaintenanceWindows": [{"StartTime": {"Ref": "C"}, "DurationInMinutes": {"Ref": "D"}}]}"#,
    // Members of a macro, which may have the timeout.
    r#""Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://b/p"}}, "Document": "{}", "JobExecutionsRetryConfig": {"CriteriaList": [{"FailureType": "TIMED_OUT", "NumberOfRetries": 1}]}"#,
    r#""Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://b/p"}}"#,
    r#""Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://b/p"}}, "JobId": "j""#,
    // What a macro makes of them.
    r#""Fn::Transform": {"Name": "Macro"}, "JobId": "a b", "Other": 1"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "TimeoutConfig": {"Fn::Transform": {"Name": "Macro"}, "Other": 0}"#,
    // Parameters of the document.
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{\"operation\": \"${aws:iot:parameter:a}\"}", "DocumentParameters": {"a": {"Ref": "A"}}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{\"operation\": \"${aws:iot:parameter:a}\"}", "DocumentParameters": {"Ref": "A"}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": {"Fn::Sub": "{\"operation\": \"${!aws:iot:parameter:a}\"}"}, "DocumentParameters": {"a": "reboot"}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": {"Fn::Sub": "{\"operation\": \"${Operation}\"}"}, "DocumentParameters": {"a": "reboot"}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "JobTemplateArn": {"Fn::Sub": "arn:${AWS::Partition}:iot:${AWS::Region}::jobtemplate/AWS-Run-Command:1.0"}, "DocumentParameters": {"command": {"Fn::Join": [",", ["a", "b"]]}}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{\"version\": \"1.0\", \"steps\": [{\"action\": {\"name\": \"n\", \"type\": \"runCommand\", \"input\": {\"command\": \"${aws:iot:parameter:c}\"}}}]}", "DocumentParameters": {"c": {"Ref": "A"}}"#,
    r#""JobId": "j", "Targets": [{"Ref": "T"}], "Document": "{}", "Tags": [{"Key": {"Ref": "A"}, "Value": {"Ref": "B"}}, {"Key": {"Ref": "C"}, "Value": {"Ref": "D"}}, {"Fn::If": ["E", {"Key": "k", "Value": "v"}, {"Ref": "AWS::NoValue"}]}]"#,
];

/// Properties of job templates, without those that are required.
pub(super) const JOB_TEMPLATES: &[&str] = &[
    r#""JobArn": {"Fn::GetAtt": ["Job", "Arn"]}"#,
    r#""Document": {"Fn::Join": ["", ["{\"operation\":\"", {"Ref": "Operation"}, "\",\"args\":[", {"Ref": "Count"}, "]}"]]}"#,
    r#""Document": {"Fn::Join": ["", ["{\"version\":\"1.0\",\"steps\":[{\"action\":{\"name\":\"Download\",\"type\":\"runHandler\",\"input\":{\"handler\":\"download-file.sh\",\"args\":[\"https://", {"Fn::GetAtt": ["Bucket", "RegionalDomainName"]}, "/a\"],\"path\":\"default\"}}}]}"]]}"#,
    r#""Document": {"Fn::Sub": "{\"version\": \"${Version}\", \"steps\": [{\"action\": {\"name\": \"${Name}\", \"type\": \"${Type}\", \"input\": {\"command\": \"${Command} now\"}}}]}"}"#,
    r#""Document": {"Fn::Sub": ["{\"timeout\": ${Timeout}, \"list\": [${A}, ${B}], \"text\": \"${!Literal}\"}", {"Timeout": 7}]}"#,
    r#""Document": {"Fn::Sub": "{${Members}}"}"#,
    r#""Document": {"Fn::Sub": "{\"${Name}\": 1, \"operation\": \"reboot\", \"args\": 7}"}"#,
    r#""Document": {"Fn::ToJsonString": {"operation": {"Ref": "O"}, "args": ["a", {"Ref": "AWS::NoValue"}], "path": {"Fn::If": ["A", "default", {"Ref": "AWS::NoValue"}]}}}"#,
    r#""Document": {"Fn::Transform": {"Name": "Document"}}"#,
    r#""Document": {"Fn::FindInMap": ["Documents", {"Ref": "Stage"}, "Text"]}"#,
    r#""DocumentSource": {"Fn::Select": [0, {"Ref": "Sources"}]}, "PresignedUrlConfig": {"RoleArn": {"Fn::GetAtt": ["Role", "Arn"]}, "ExpiresInSec": 3600}"#,
    r#""Document": "{}", "JobExecutionsRolloutConfig": {"ExponentialRolloutRate": {"BaseRatePerMinute": 50, "IncrementFactor": 1, "RateIncreaseCriteria": {"NumberOfNotifiedThings": 1000}}, "MaximumPerMinute": 1000}"#,
    r#""Document": "{}", "AbortConfig": {"Fn::If": ["Abort", {"CriteriaList": [{"Action": "CANCEL", "FailureType": "FAILED", "MinNumberOfExecutedThings": {"Ref": "M"}, "ThresholdPercentage": {"Ref": "P"}}]}, {"Ref": "AWS::NoValue"}]}"#,
    r#""Document": "{}", "TimeoutConfig": {"Fn::If": ["A", {"Fn::If": ["B", {"InProgressTimeoutInMinutes": 10}, {"InProgressTimeoutInMinutes": {"Ref": "M"}}]}, {"Ref": "AWS::NoValue"}]}, "JobExecutionsRetryConfig": {"RetryCriteriaList": [{"FailureType": "TIMED_OUT", "NumberOfRetries": 1}]}"#,
    r#""Document": "{}", "MaintenanceWindows": [{"StartTime": "cron(0 0 ? * SUN *)", "DurationInMinutes": 60}], "DestinationPackageVersions": [{"Fn::Sub": "arn:aws:iot:${AWS::Region}:${AWS::AccountId}:package/p/version/1"}]"#,
    r#""Document": "{}", "Tags": [{"Key": "a", "Value": {"Fn::Base64": "b"}}, {"Key": {"Fn::ImportValue": {"Fn::Sub": "${S}-key"}}, "Value": "v"}]"#,
];

const DEPLOYMENTS: &[&str] = &[
    r#""TargetArn": {"Ref": "T"}"#,
    r#""TargetArn": "t", "IotJobConfiguration": {"Ref": "AWS::NoValue"}"#,
    r#""TargetArn": "t", "IotJobConfiguration": {"JobExecutionsRolloutConfig": {"ExponentialRate": {"BaseRatePerMinute": 1, "IncrementFactor": 1, "RateIncreaseCriteria": {"numberOfNotifiedThings": 1}}, "MaximumPerMinute": 1}, "TimeoutConfig": {"InProgressTimeoutInMinutes": 0}}"#,
    r#""TargetArn": "t", "IotJobConfiguration": {"Fn::If": ["A", {"TimeoutConfig": {"InProgressTimeoutInMinutes": 5}}, {"Ref": "AWS::NoValue"}]}"#,
];

#[test]
fn resources_have_no_violations() {
    let required = r#""JobTemplateId": {"Ref": "Id"}, "Description": "Reboots""#;
    let jobs = JOBS.iter().map(|it| ("AWS::IoT::Job", (*it).to_owned()));
    let templates = JOB_TEMPLATES.iter().map(|it| format!("{required}, {it}"));
    let templates = templates.map(|it| ("AWS::IoT::JobTemplate", it));
    let deployments = DEPLOYMENTS.iter();
    let deployments = deployments.map(|it| ("AWS::GreengrassV2::Deployment", (*it).to_owned()));
    for (kind, properties) in jobs.chain(templates).chain(deployments) {
        let template = super::template(kind, &properties);
        assert_eq!(violations(&template), [""; 0], "{properties}");
    }
}

/// What `cdk synth` writes, and parts of templates that other tools expand.
#[test]
fn other_parts_of_templates_are_not_checked() {
    for resources in [
        r#""Fn::ForEach::Jobs": ["Name", {"Ref": "Names"}, {"Job${Name}": {"Type": "AWS::IoT::Job", "Properties": {"jobId": {"Ref": "Name"}}}}]"#,
        r#""Fn::Transform": {"Name": "AWS::Include"}"#,
        r#""CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2"}, "Condition": "CDKMetadataAvailable"}"#,
        r#""T": {"Type": "AWS::IoT::TopicRule", "Properties": {"jobId": 7}}"#,
        r#""T": {"Type": {"Ref": "A"}, "Properties": []}, "U": 7, "V": {"Properties": {}}"#,
        r#""T": {"Type": "AWS::IoT::Job", "Properties": {"Fn::Transform": {"Name": "M"}}}"#,
        r#""T": {"Type": "AWS::IoT::JobTemplate", "Metadata": {"aws:cdk:path": "S/T"}, "Properties": {"JobTemplateId": "t", "Description": "d", "Document": "[]"}, "DeletionPolicy": "Retain", "DependsOn": ["A"], "Condition": "C"}"#,
    ] {
        let template = format!(
            "{{\"Parameters\": {{\"BootstrapVersion\": {{}}}}, \"Rules\": {{}}, \"Resources\": {{{resources}}}}}"
        );
        assert_eq!(violations(&template), [""; 0], "{resources}");
    }
}
