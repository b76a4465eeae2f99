//! The explanations of the rules about single values.

use super::Explanation;

pub(super) const LENGTH: Explanation = Explanation {
    meaning: "A string has fewer or more Unicode characters than its limit, or a blob fewer or more bytes. The message \
              states the limit. It is an error.",
    reason: "The model of the service states the limits of each member, and the service rejects other lengths. A text \
             that a device needs from a job document has at least one character.",
    shape: Some("Tag"),
    wrong: r#"{"Key": "", "Value": "eu-west-1"}"#,
    right: r#"{"Key": "region", "Value": "eu-west-1"}"#,
};

pub(super) const BYTES: Explanation = Explanation {
    meaning: "A job document takes more bytes in UTF-8 than the service accepts. It is counted with its placeholders \
              replaced where their values are known. It is an error.",
    reason: "The documentation limits a job document to 32768 bytes. Put large content into Amazon S3, and a \
             presigned URL of it into the document.",
    shape: None,
    wrong: r#"{"operation": "write-file", "args": ["/etc/pump.conf", "…"]}"#,
    right: r#"{
  "operation": "download",
  "args": ["${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/files/pump.conf}", "/etc/pump.conf"]
}"#,
};

pub(super) const SIZE: Explanation = Explanation {
    meaning: "A list or a map has fewer or more entries than its limit. It is an error.",
    reason: "The model or the documentation of the service states the limit, for example 1 to 100 targets, at most 50 \
             tags, and at most 10 pairs of status details. A list that is empty is not the same as an absent one.",
    shape: Some("AbortConfig"),
    wrong: r#"{"criteriaList": []}"#,
    right: r#"{
  "criteriaList": [
    {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 5}
  ]
}"#,
};

pub(super) const RANGE: Explanation = Explanation {
    meaning: "A number is below its minimum or above its maximum. It is an error; it is a warning for a threshold of \
              0 %, which the service accepts, and for the size of a file in an over-the-air update.",
    reason: "The model or the documentation of the service states the range, for example 1 to 10080 minutes for a \
             timeout. A threshold of 0 % is reached before any execution fails.",
    shape: Some("TimeoutConfig"),
    wrong: r#"{"inProgressTimeoutInMinutes": 0}"#,
    right: r#"{"inProgressTimeoutInMinutes": 30}"#,
};

pub(super) const DECIMALS: Explanation = Explanation {
    meaning: "A number has more decimals than the service accepts. It is an error.",
    reason: "The documentation states the precision: two decimals for the percentage of an abort criterion, one for the \
             factor by which a rollout's rate increases.",
    shape: Some("AbortCriteria"),
    wrong: r#"{"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 12.345, "minNumberOfExecutedThings": 10}"#,
    right: r#"{"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 12.35, "minNumberOfExecutedThings": 10}"#,
};

pub(super) const PATTERN: Explanation = Explanation {
    meaning: "A string has a character that its pattern does not allow, or does not match the pattern as a whole. The \
              message names the character and the pattern. It is an error; it is a warning for values of status \
              details, since devices are known to send line breaks in them. Regular expressions of template parameters \
              that are not checked are warnings, too.",
    reason: "The model of the service has a pattern for names, descriptions, keys and values, and the service rejects \
             what does not match.",
    shape: Some("DescribeJobRequest"),
    wrong: r#"{"jobId": "firmware 7"}"#,
    right: r#"{"jobId": "firmware-7"}"#,
};

pub(super) const REQUIRED: Explanation = Explanation {
    meaning: "A member that the input of an operation must have is absent or `null`, or a job does not set a parameter \
              that its managed template requires. It is an error.",
    reason: "The service rejects a request without a required member.",
    shape: Some("DescribeJobExecutionRequest"),
    wrong: r#"{"jobId": "firmware-7"}"#,
    right: r#"{"jobId": "firmware-7", "thingName": "pump"}"#,
};

pub(super) const UNKNOWN_MEMBER: Explanation = Explanation {
    meaning: "An object has a member that this version does not know of its shape. If the name is similar to a known one, \
              the message suggests it. It is a warning in the inputs of operations, the requests of devices and job \
              documents, and information in what the service sends; `--deny unknown` makes it an error everywhere. Names \
              in job documents that start with `_` are comments and are not reported.",
    reason: "A misspelt member is not sent, or it is ignored, and the job then runs without that setting: without \
             `jobExecutionsRolloutConfig`, a rollout has no limit of its rate.",
    shape: Some("UpdateJobRequest"),
    wrong: r#"{"jobId": "firmware-7", "jobExecutionRolloutConfig": {"maximumPerMinute": 10}}"#,
    right: r#"{"jobId": "firmware-7", "jobExecutionsRolloutConfig": {"maximumPerMinute": 10}}"#,
};

pub(super) const ENUM_VALUE: Explanation = Explanation {
    meaning: "A value is not among those that this version knows of its enum. The message lists them. It is a warning.",
    reason: "The service rejects values that its API does not have. Later versions of the API may have more values than \
             this version knows, so that it is no error.",
    shape: Some("RetryCriteria"),
    wrong: r#"{"failureType": "FAIL", "numberOfRetries": 2}"#,
    right: r#"{"failureType": "FAILED", "numberOfRetries": 2}"#,
};

pub(super) const ARN: Explanation = Explanation {
    meaning: "A string is not an Amazon Resource Name of the resources that its member can name, or no such resource can \
              have the name in it. It is an error.",
    reason: "The targets of a job are things and thing groups, and its destination packages are package versions. The \
             service does not find any other resource.",
    shape: Some("AssociateTargetsWithJobRequest"),
    wrong: r#"{"jobId": "firmware-7", "targets": ["arn:aws:iot:eu-west-1:123456789012:group/pumps"]}"#,
    right: r#"{"jobId": "firmware-7", "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"]}"#,
};
