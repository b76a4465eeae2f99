//! Values from builders against written-out JSON, both ways.

mod api;
mod ported;

use std::collections::HashMap;

use iot_jobs::{
    codec,
    operation::{
        create_job::CreateJobInput, describe_job::DescribeJobOutput, list_jobs::ListJobsOutput,
    },
    primitives::DateTime,
    shape::Shape,
    types::{
        AbortAction, AbortConfig, AbortCriteria, ExponentialRolloutRate, Job, JobExecution,
        JobExecutionFailureType, JobExecutionStatus, JobExecutionStatusDetails,
        JobExecutionSummary, JobExecutionSummaryForThing, JobExecutionsRetryConfig,
        JobExecutionsRolloutConfig, JobStatus, JobSummary, MaintenanceWindow, RateIncreaseCriteria,
        RetryCriteria, RetryableFailureType, SchedulingConfig, Tag, TargetSelection, TimeoutConfig,
    },
};

/// The value encodes to the text, and the text decodes to the value.
#[track_caller]
fn both_ways<T: Shape>(built: &T, json: &str) {
    assert_eq!(codec::to_string(built).unwrap(), json);
    assert_eq!(codec::from_str::<T>(json).unwrap(), *built);
}

fn at(millis: i64) -> DateTime {
    DateTime::from_millis(millis)
}

fn criteria() -> AbortCriteria {
    AbortCriteria::builder()
        .failure_type(JobExecutionFailureType::TimedOut)
        .action(AbortAction::Cancel)
        .threshold_percentage(12.5)
        .min_number_of_executed_things(100)
        .build()
        .unwrap()
}

#[test]
fn nothing_set_is_an_empty_object() {
    both_ways(&Job::builder().build(), "{}");
    both_ways(&DescribeJobOutput::builder().build(), "{}");
    both_ways(
        &CreateJobInput::builder()
            .job_id("j")
            .targets("t")
            .build()
            .unwrap(),
        r#"{"jobId":"j","targets":["t"]}"#,
    );
}

#[test]
fn job() {
    let job = Job::builder()
        .job_id("firmware-2_4_0")
        .target_selection(TargetSelection::Continuous)
        .status(JobStatus::DeletionInProgress)
        .force_canceled(false)
        .targets("arn:aws:iot:eu-west-1:123456789012:thing/a")
        .targets("arn:aws:iot:eu-west-1:123456789012:thing/b")
        .abort_config(
            AbortConfig::builder()
                .criteria_list(criteria())
                .build()
                .unwrap(),
        )
        .created_at(at(1_549_395_301_389))
        .last_updated_at(at(1_549_395_301_000))
        .timeout_config(
            TimeoutConfig::builder()
                .in_progress_timeout_in_minutes(60)
                .build(),
        )
        .document_parameters("path", "/opt")
        .document_parameters("mode", "fast")
        .is_concurrent(true)
        .build();
    both_ways(
        &job,
        concat!(
            r#"{"jobId":"firmware-2_4_0","targetSelection":"CONTINUOUS","#,
            r#""status":"DELETION_IN_PROGRESS","forceCanceled":false,"#,
            r#""targets":["arn:aws:iot:eu-west-1:123456789012:thing/a","#,
            r#""arn:aws:iot:eu-west-1:123456789012:thing/b"],"#,
            r#""abortConfig":{"criteriaList":[{"failureType":"TIMED_OUT","action":"CANCEL","#,
            r#""thresholdPercentage":12.5,"minNumberOfExecutedThings":100}]},"#,
            r#""createdAt":1549395301.389,"lastUpdatedAt":1549395301,"#,
            r#""timeoutConfig":{"inProgressTimeoutInMinutes":60},"#,
            r#""documentParameters":{"mode":"fast","path":"/opt"},"isConcurrent":true}"#,
        ),
    );
}

#[test]
fn job_execution() {
    let details = JobExecutionStatusDetails::builder().details_map("percentComplete", "10");
    let execution = JobExecution::builder()
        .job_id("017")
        .status(JobExecutionStatus::InProgress)
        .status_details(details.build())
        .queued_at(at(-1))
        .execution_number(4_516_820_379)
        .version_number(i64::MIN)
        .approximate_seconds_before_timed_out(0)
        .build();
    both_ways(
        &execution,
        concat!(
            r#"{"jobId":"017","status":"IN_PROGRESS","#,
            r#""statusDetails":{"detailsMap":{"percentComplete":"10"}},"queuedAt":-0.001,"#,
            r#""executionNumber":4516820379,"versionNumber":-9223372036854775808,"#,
            r#""approximateSecondsBeforeTimedOut":0}"#,
        ),
    );
}

#[test]
fn job_execution_summary_for_thing() {
    let summary = JobExecutionSummary::builder()
        .status(JobExecutionStatus::Removed)
        .execution_number(1)
        .retry_attempt(2)
        .build();
    both_ways(
        &JobExecutionSummaryForThing::builder()
            .job_id("j")
            .job_execution_summary(summary)
            .build(),
        r#"{"jobId":"j","jobExecutionSummary":{"status":"REMOVED","executionNumber":1,"retryAttempt":2}}"#,
    );
}

#[test]
fn rollout_config() {
    let criteria = RateIncreaseCriteria::builder().number_of_succeeded_things(500);
    let rate = ExponentialRolloutRate::builder()
        .base_rate_per_minute(50)
        .increment_factor(2.0)
        .rate_increase_criteria(criteria.build())
        .build()
        .unwrap();
    both_ways(
        &JobExecutionsRolloutConfig::builder()
            .maximum_per_minute(1000)
            .exponential_rate(rate)
            .build(),
        concat!(
            r#"{"maximumPerMinute":1000,"exponentialRate":{"baseRatePerMinute":50,"#,
            r#""incrementFactor":2,"rateIncreaseCriteria":{"numberOfSucceededThings":500}}}"#,
        ),
    );
}

#[test]
fn retry_config() {
    let retry = |failure, times| {
        let builder = RetryCriteria::builder().failure_type(failure);
        builder.number_of_retries(times).build().unwrap()
    };
    both_ways(
        &JobExecutionsRetryConfig::builder()
            .criteria_list(retry(RetryableFailureType::Failed, 3))
            .criteria_list(retry(RetryableFailureType::TimedOut, 0))
            .build()
            .unwrap(),
        concat!(
            r#"{"criteriaList":[{"failureType":"FAILED","numberOfRetries":3},"#,
            r#"{"failureType":"TIMED_OUT","numberOfRetries":0}]}"#,
        ),
    );
}

#[test]
fn scheduling_config() {
    let window = MaintenanceWindow::builder().start_time("cron(0 3 ? * MON *)");
    both_ways(
        &SchedulingConfig::builder()
            .start_time("2030-03-01 06:00")
            .end_behavior("LATER_MAYBE".into())
            .maintenance_windows(window.duration_in_minutes(90).build().unwrap())
            .build(),
        concat!(
            r#"{"startTime":"2030-03-01 06:00","endBehavior":"LATER_MAYBE","#,
            r#""maintenanceWindows":[{"startTime":"cron(0 3 ? * MON *)","durationInMinutes":90}]}"#,
        ),
    );
}

#[test]
fn tag() {
    both_ways(
        &Tag::builder().key("team").value("").build().unwrap(),
        r#"{"Key":"team","Value":""}"#,
    );
}

#[test]
fn create_job_input() {
    let input = CreateJobInput::builder()
        .job_id("j")
        .set_targets(Some(vec!["t".to_owned()]))
        .document(r#"{"a": "ü\n"}"#)
        .tags(Tag::builder().key("k").build().unwrap())
        .destination_package_versions("arn:aws:iot:eu-west-1:123456789012:package/p/version/1")
        .build()
        .unwrap();
    both_ways(
        &input,
        concat!(
            r#"{"jobId":"j","targets":["t"],"document":"{\"a\": \"ü\\n\"}","tags":[{"Key":"k"}],"#,
            r#""destinationPackageVersions":["arn:aws:iot:eu-west-1:123456789012:package/p/version/1"]}"#,
        ),
    );
}

#[test]
fn list_jobs_output() {
    let summary = JobSummary::builder()
        .thing_group_id("g")
        .status(JobStatus::Scheduled);
    both_ways(
        &ListJobsOutput::builder()
            .jobs(summary.is_concurrent(false).build())
            .jobs(JobSummary::builder().build())
            .next_token("t")
            .build(),
        r#"{"jobs":[{"thingGroupId":"g","status":"SCHEDULED","isConcurrent":false},{}],"nextToken":"t"}"#,
    );
}

#[test]
fn empty_lists_and_maps_are_not_absent() {
    both_ways(
        &Job::builder()
            .set_targets(Some(Vec::new()))
            .set_document_parameters(Some(HashMap::new()))
            .build(),
        r#"{"targets":[],"documentParameters":{}}"#,
    );
}
