//! The settings of a job, and the characters that labels escape.

use iot_jobs::operation::{create_job::CreateJob, update_job::UpdateJob};

use super::{Table, rows};

pub(super) fn tables() -> Vec<Table> {
    vec![
        rows::<CreateJob>(&[
            (
                r#"{"jobId":"AZaz09-._~","targets":["arn:aws:iot:eu-west-1:1:thing/a"],"documentSource":"https://s3/d","document":"{\"a\":1}","description":"d","presignedUrlConfig":{"roleArn":"arn:r","expiresInSec":3600},"targetSelection":"CONTINUOUS","jobExecutionsRolloutConfig":{"maximumPerMinute":1000,"exponentialRate":{"baseRatePerMinute":50,"incrementFactor":1.5,"rateIncreaseCriteria":{"numberOfNotifiedThings":1000}}},"abortConfig":{"criteriaList":[{"failureType":"FAILED","action":"CANCEL","thresholdPercentage":99.95,"minNumberOfExecutedThings":10}]},"timeoutConfig":{"inProgressTimeoutInMinutes":60},"tags":[{"Key":"k","Value":""}],"namespaceId":"ns","jobTemplateArn":"arn:t","jobExecutionsRetryConfig":{"criteriaList":[{"failureType":"ALL","numberOfRetries":10}]},"documentParameters":{"a":"1","b":"2"},"schedulingConfig":{"startTime":"2030-01-01 10:00","endTime":"2030-02-01 10:00","endBehavior":"STOP_ROLLOUT","maintenanceWindows":[{"startTime":"cron(0 1 ? * MON *)","durationInMinutes":60}]},"destinationPackageVersions":["arn:p"]}"#,
                "PUT",
                "/jobs/AZaz09-._~",
                "",
                r#"{"targets":["arn:aws:iot:eu-west-1:1:thing/a"],"documentSource":"https://s3/d","document":"{\"a\":1}","description":"d","presignedUrlConfig":{"roleArn":"arn:r","expiresInSec":3600},"targetSelection":"CONTINUOUS","jobExecutionsRolloutConfig":{"maximumPerMinute":1000,"exponentialRate":{"baseRatePerMinute":50,"incrementFactor":1.5,"rateIncreaseCriteria":{"numberOfNotifiedThings":1000}}},"abortConfig":{"criteriaList":[{"failureType":"FAILED","action":"CANCEL","thresholdPercentage":99.95,"minNumberOfExecutedThings":10}]},"timeoutConfig":{"inProgressTimeoutInMinutes":60},"tags":[{"Key":"k","Value":""}],"namespaceId":"ns","jobTemplateArn":"arn:t","jobExecutionsRetryConfig":{"criteriaList":[{"failureType":"ALL","numberOfRetries":10}]},"documentParameters":{"a":"1","b":"2"},"schedulingConfig":{"startTime":"2030-01-01 10:00","endTime":"2030-02-01 10:00","endBehavior":"STOP_ROLLOUT","maintenanceWindows":[{"startTime":"cron(0 1 ? * MON *)","durationInMinutes":60}]},"destinationPackageVersions":["arn:p"]}"#,
            ),
            (
                r#"{"jobId":"a b/c?d#e%20+é&=\"<>😀"}"#,
                "PUT",
                "/jobs/a%20b%2Fc%3Fd%23e%2520%2B%C3%A9%26%3D%22%3C%3E%F0%9F%98%80",
                "",
                "{}",
            ),
            (
                r#"{"jobId":"!*'();:@,[]|\\^`{}"}"#,
                "PUT",
                "/jobs/%21%2A%27%28%29%3B%3A%40%2C%5B%5D%7C%5C%5E%60%7B%7D",
                "",
                "{}",
            ),
            (r#"{"jobId":"..."}"#, "PUT", "/jobs/...", "", "{}"),
            (r#"{"jobId":" "}"#, "PUT", "/jobs/%20", "", "{}"),
            (r#"{"jobId":"$next"}"#, "PUT", "/jobs/%24next", "", "{}"),
        ]),
        rows::<UpdateJob>(&[
            (
                r#"{"jobId":"j","description":"d","presignedUrlConfig":{},"jobExecutionsRolloutConfig":{"maximumPerMinute":1},"abortConfig":{"criteriaList":[]},"timeoutConfig":{},"namespaceId":"ns","jobExecutionsRetryConfig":{"criteriaList":[]}}"#,
                "PATCH",
                "/jobs/j",
                "namespaceId=ns",
                r#"{"description":"d","presignedUrlConfig":{},"jobExecutionsRolloutConfig":{"maximumPerMinute":1},"abortConfig":{"criteriaList":[]},"timeoutConfig":{},"jobExecutionsRetryConfig":{"criteriaList":[]}}"#,
            ),
            (r#"{"jobId":"j"}"#, "PATCH", "/jobs/j", "", "{}"),
        ]),
    ]
}
