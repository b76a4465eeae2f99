//! The explanations of operational advice.

use super::Explanation;

pub(super) const JOB_TIMEOUT: Explanation = Explanation {
    meaning: "A request creates a job or a job template without `timeoutConfig.inProgressTimeoutInMinutes`. It is advice, and \
              is not given if a template of the account or another job can contain the timeout.",
    reason: "A device that loses power after it has started the job does not report again. Without a timeout its execution \
             stays IN_PROGRESS, and the job with it, until someone cancels it. A timeout also makes the failure visible: \
             the execution becomes TIMED_OUT, counts toward an abort, and can be retried.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}"
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60}
}"#,
};

pub(super) const JOB_ABORT: Explanation = Explanation {
    meaning: "A job has a thing group or more than one thing as targets, and no `abortConfig`. It is advice, and is not given \
              if a template of the account can contain the configuration.",
    reason: "A mistake in the job then reaches every device. With a criterion, the service cancels the job as soon as, for \
             example, 20 % of at least 5 executions have failed.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
  "document": "{\"operation\": \"install\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60}
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"],
  "document": "{\"operation\": \"install\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60},
  "abortConfig": {
    "criteriaList": [
      {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 5}
    ]
  }
}"#,
};

pub(super) const REJECTED_NOT_RETRIED: Explanation = Explanation {
    meaning: "A retry criterion has the failure type ALL, and no abort criterion counts rejected executions. It is advice.",
    reason: "In an abort criterion, ALL includes REJECTED; in a retry criterion it does not. An execution that a device \
             rejects is never retried. Let devices report FAILED for what may succeed later, and add an abort criterion for \
             REJECTED or ALL, so that rejections do not go unnoticed.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60},
  "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 3}]}
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"operation\": \"install\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60},
  "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 3}]},
  "abortConfig": {
    "criteriaList": [
      {"failureType": "REJECTED", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 1}
    ]
  }
}"#,
};

pub(super) const PRESIGNED_URL_ROLE: Explanation = Explanation {
    meaning: "A job document has a placeholder for a presigned URL of Amazon S3, and the request has no \
              `presignedUrlConfig.roleArn`. It is advice, and is not given if a template of the account or another job can \
              contain the role.",
    reason: "The service creates the URL when a device requests the document, and the documentation requires a role that \
             permits it to read the object.",
    shape: Some("CreateJobRequest"),
    wrong: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"url\": \"${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/files/a.bin}\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60}
}"#,
    right: r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"url\": \"${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/files/a.bin}\"}",
  "timeoutConfig": {"inProgressTimeoutInMinutes": 60},
  "presignedUrlConfig": {"roleArn": "arn:aws:iam::123456789012:role/read-files"}
}"#,
};

pub(super) const RESTART_LAST: Explanation = Explanation {
    meaning: "A step of a job document restarts the device, and other steps follow it, or its command restarts the device at \
              once. Recognized are the handler `reboot.sh` and the commands `reboot`, `shutdown -r`, `systemctl reboot` and \
              `init 6`, also as the parameter of the template AWS-Run-Command. It is advice.",
    reason: "After the restart the execution is still IN_PROGRESS, and the AWS IoT Device Client runs the document again from its \
             first step. The steps before the restart therefore run twice, and a command restarts the device again and again, \
             unless its result is reported before the restart. A handler such as `reboot.sh` of the device client detects that \
             the device has restarted, and `shutdown,-r,+1` leaves a minute for the report.",
    shape: None,
    wrong: r#"{
  "version": "1.0",
  "steps": [
    {"action": {"name": "Install", "type": "runHandler", "input": {"handler": "install.sh"}}},
    {"action": {"name": "Restart", "type": "runCommand", "input": {"command": "reboot"}}},
    {"action": {"name": "Test", "type": "runHandler", "input": {"handler": "test.sh"}}}
  ]
}"#,
    right: r#"{
  "version": "1.0",
  "steps": [
    {"action": {"name": "Install", "type": "runHandler", "input": {"handler": "install.sh"}}},
    {"action": {"name": "Test", "type": "runHandler", "input": {"handler": "test.sh"}}}
  ],
  "finalStep": {"action": {"name": "Restart", "type": "runCommand", "input": {"command": "shutdown,-r,+1"}}}
}"#,
};
