//! The explanations of the rules between the members of requests.

use super::Explanation;

pub(super) const DEVICE_STATUS: Explanation = Explanation {
    meaning: "A device reports a state that only the service sets: QUEUED, TIMED_OUT, REMOVED or CANCELED. It is an error.",
    reason: "A device sets IN_PROGRESS, SUCCEEDED, FAILED or REJECTED. The service rejects the other states from it.",
    shape: Some("mqtt.UpdateJobExecutionRequest"),
    wrong: r#"{"status": "CANCELED"}"#,
    right: r#"{"status": "FAILED", "statusDetails": {"reason": "the battery is low"}}"#,
};

pub(super) const TAG_KEY_RESERVED: Explanation = Explanation {
    meaning: "The key of a tag starts with `aws:`. It is an error; it is a warning if only the case differs.",
    reason: "AWS reserves the prefix for the tags that it sets itself.",
    shape: Some("Tag"),
    wrong: r#"{"Key": "aws:team", "Value": "pumps"}"#,
    right: r#"{"Key": "team", "Value": "pumps"}"#,
};

pub(super) const TAG_KEY_ONCE: Explanation = Explanation {
    meaning: "Two tags of one resource have the same key. It is an error.",
    reason: "A resource has one value for each key. The service rejects a list with a key that is there twice.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "tags": [{"Key": "team", "Value": "pumps"}, {"Key": "team", "Value": "valves"}]
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "tags": [{"Key": "team", "Value": "pumps"}]
}"#,
};

pub(super) const RATE_INCREASE_ONE_THRESHOLD: Explanation = Explanation {
    meaning: "The criteria that increase a rollout's rate have no threshold, which is an error, or two, which is a \
              warning.",
    reason: "The documentation allows either `numberOfNotifiedThings` or `numberOfSucceededThings`. Published samples \
             have both, and the threshold that is reached first then increases the rate.",
    shape: Some("RateIncreaseCriteria"),
    wrong: r#"{"numberOfNotifiedThings": 1000, "numberOfSucceededThings": 500}"#,
    right: r#"{"numberOfSucceededThings": 500}"#,
};

pub(super) const DOCUMENT_NEEDED: Explanation = Explanation {
    meaning: "A request creates a job or a job template and names no job document. It is an error.",
    reason: "The document comes from one of `document`, `documentSource` (an S3 URL), and the template or the job that \
             `jobTemplateArn` or `jobArn` names. Without one the service rejects the request.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"]
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "documentSource": "https://s3.eu-west-1.amazonaws.com/jobs/firmware-7.json"
}"#,
};

pub(super) const DOCUMENT_ONCE: Explanation = Explanation {
    meaning: "A request has both `document` and `documentSource`. It is an error.",
    reason: "A job has one document. The service rejects a request with two.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "documentSource": "https://s3.eu-west-1.amazonaws.com/jobs/firmware-7.json"
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}"
}"#,
};

pub(super) const RETRY_NEEDS_TIMEOUT: Explanation = Explanation {
    meaning: "A job retries executions that timed out, and has no timeout. It is an error for TIMED_OUT, and a warning \
              for ALL and if a template can set the timeout.",
    reason: "Executions time out only if `timeoutConfig.inProgressTimeoutInMinutes` is set. The service rejects a \
             retry after TIMED_OUT without it; with ALL, only executions that failed are retried.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "TIMED_OUT", "numberOfRetries": 2}]}
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 30},
  "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "TIMED_OUT", "numberOfRetries": 2}]}
}"#,
};

pub(super) const RETRIES_TOGETHER: Explanation = Explanation {
    meaning: "The retries after FAILED and those after TIMED_OUT are more than 10 in total. It is an error.",
    reason: "The documentation limits the sum, not only each number.",
    shape: Some("JobExecutionsRetryConfig"),
    wrong: r#"{
  "criteriaList": [
    {"failureType": "FAILED", "numberOfRetries": 8},
    {"failureType": "TIMED_OUT", "numberOfRetries": 4}
  ]
}"#,
    right: r#"{
  "criteriaList": [
    {"failureType": "FAILED", "numberOfRetries": 8},
    {"failureType": "TIMED_OUT", "numberOfRetries": 2}
  ]
}"#,
};

pub(super) const RETRY_TYPE_ONCE: Explanation = Explanation {
    meaning: "Two retry criteria have the same failure type, or one of two is ALL. It is an error.",
    reason: "Each type of failure has one number of retries, and ALL already contains FAILED and TIMED_OUT.",
    shape: Some("JobExecutionsRetryConfig"),
    wrong: r#"{
  "criteriaList": [
    {"failureType": "ALL", "numberOfRetries": 3},
    {"failureType": "FAILED", "numberOfRetries": 2}
  ]
}"#,
    right: r#"{
  "criteriaList": [
    {"failureType": "ALL", "numberOfRetries": 3}
  ]
}"#,
};
