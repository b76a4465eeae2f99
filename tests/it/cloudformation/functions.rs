//! Valid resources, any of whose values are replaced with functions.

use iot_jobs::{check::Checks, cloudformation};
use serde_json::{Value, json};

/// Pseudo-random numbers, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

fn job() -> Value {
    json!({
        "JobId": "j",
        "Targets": ["arn:aws:iot:eu-west-1:123456789012:thing/a", "arn:aws:iot:eu-west-1:123456789012:thinggroup/g"],
        "Document": "{\"version\": \"1.0\", \"steps\": [{\"action\": {\"name\": \"a\", \"type\": \"runCommand\", \"input\": {\"command\": \"${aws:iot:parameter:c},x\"}}}]}",
        "DocumentParameters": {"c": "ls"},
        "Description": "d",
        "TargetSelection": "CONTINUOUS",
        "JobExecutionsRolloutConfig": {
            "MaximumPerMinute": 50,
            "ExponentialRate": {
                "BaseRatePerMinute": 5, "IncrementFactor": 1.5, "RateIncreaseCriteria": {"NumberOfNotifiedThings": 5}
            }
        },
        "AbortConfig": {"CriteriaList": [
            {"FailureType": "FAILED", "Action": "CANCEL", "ThresholdPercentage": 20, "MinNumberOfExecutedThings": 5}
        ]},
        "TimeoutConfig": {"InProgressTimeoutInMinutes": 10},
        "JobExecutionsRetryConfig": {"CriteriaList": [
            {"FailureType": "FAILED", "NumberOfRetries": 5}, {"FailureType": "TIMED_OUT", "NumberOfRetries": 5}
        ]},
        "PresignedUrlConfig": {"RoleArn": "arn:aws:iam::123456789012:role/r", "ExpiresInSec": 60},
        "SchedulingConfig": {
            "StartTime": "2030-01-01 10:00", "EndTime": "2030-02-01 10:00", "EndBehavior": "CANCEL",
            "MaintenanceWindows": [{"StartTime": "cron(0 0 ? * SUN *)", "DurationInMinutes": 60}]
        },
        "DestinationPackageVersions": ["arn:aws:iot:eu-west-1:123456789012:package/p/version/1"],
        "Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]
    })
}

fn job_template() -> Value {
    let mut template = job();
    let properties = template.as_object_mut().unwrap();
    for name in [
        "JobId",
        "Targets",
        "DocumentParameters",
        "TargetSelection",
        "SchedulingConfig",
    ] {
        properties.remove(name);
    }
    let rollout = properties["JobExecutionsRolloutConfig"]
        .as_object_mut()
        .unwrap();
    let rate = rollout.remove("ExponentialRate").unwrap();
    rollout.insert("ExponentialRolloutRate".to_owned(), rate);
    let retries = properties["JobExecutionsRetryConfig"]
        .as_object_mut()
        .unwrap();
    let list = retries.remove("CriteriaList").unwrap();
    retries.insert("RetryCriteriaList".to_owned(), list);
    properties.insert("JobTemplateId".to_owned(), json!("t"));
    properties.insert("Document".to_owned(), json!("{\"operation\": \"reboot\"}"));
    properties.insert(
        "MaintenanceWindows".to_owned(),
        json!([{"StartTime": "cron(0 0 ? * SUN *)", "DurationInMinutes": 60}]),
    );
    template
}

fn deployment() -> Value {
    let job = job();
    let names = ["AbortConfig", "JobExecutionsRolloutConfig", "TimeoutConfig"];
    let configuration = names.map(|name| (name.to_owned(), job[name].clone()));
    json!({"TargetArn": "t", "IotJobConfiguration": Value::Object(configuration.into_iter().collect())})
}

/// Replaces some of the values inside a value with functions.
fn mutate(value: &mut Value, random: &mut Random, one_in: usize) {
    match value {
        Value::Object(members) => members
            .values_mut()
            .for_each(|it| mutate(it, random, one_in)),
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|it| mutate(it, random, one_in)),
        _ => {}
    }
    if random.below(one_in) > 0 {
        return;
    }
    let absent = json!({"Ref": "AWS::NoValue"});
    let condition = format!("C{}", random.below(6));
    let known = value.take();
    *value = match (random.below(7), &known) {
        (0, _) => json!({"Ref": "P"}),
        (1, _) => json!({"Fn::GetAtt": ["R", "A"]}),
        (2, _) => json!({"Fn::If": [condition, known, absent]}),
        (3, _) => json!({"Fn::If": [condition, absent, known]}),
        (4, _) => json!({"Fn::If": [condition, known, {"Fn::ImportValue": "i"}]}),
        (5, Value::String(text)) => {
            json!({"Fn::Join": ["", [text, {"Fn::Sub": ""}]]})
        }
        (6, Value::String(text)) => json!({"Fn::Sub": text.replace("${", "${!")}),
        (_, Value::Number(number)) => json!(number.to_string()),
        _ => json!({"Fn::Select": [0, [known]]}),
    };
}

#[test]
fn functions_in_place_of_values_are_no_violations() {
    let mut random = Random(7);
    let bases = [
        ("AWS::IoT::Job", job()),
        ("AWS::IoT::JobTemplate", job_template()),
        ("AWS::GreengrassV2::Deployment", deployment()),
    ];
    for (kind, base) in bases {
        for round in 0..150 {
            let mut properties = base.clone();
            if round > 0 {
                for property in properties.as_object_mut().unwrap().values_mut() {
                    mutate(property, &mut random, 2 + round % 30);
                }
            }
            let resource = json!({"Type": kind, "Properties": properties});
            let template = json!({"Resources": {"R": resource}}).to_string();
            let found = cloudformation::check(&template, &Checks::new()).unwrap();
            let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
            assert_eq!(lines, [""; 0], "{template}");
        }
    }
}
