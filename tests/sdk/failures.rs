//! What cannot be converted, and single values at the limits of what can.

use aws_sdk_iot::{operation::create_job::CreateJobInput as SdkInput, types as sdk};
use aws_sdk_iotjobsdataplane::types as device_sdk;
use aws_smithy_types::DateTime;
use iot_jobs::{
    codec,
    device::types::{JobExecution, JobExecutionSummary},
    operation::create_job::CreateJobInput,
    types::{DocumentParameter, Job},
};

fn rollout_without_criteria() -> sdk::JobExecutionsRolloutConfig {
    let rate = sdk::ExponentialRolloutRate::builder()
        .base_rate_per_minute(50)
        .increment_factor(2.0);
    let rate = rate.build().unwrap();
    sdk::JobExecutionsRolloutConfig::builder()
        .exponential_rate(rate)
        .build()
}

#[test]
fn an_absent_required_member_is_an_error_with_its_path() {
    let job = sdk::Job::builder()
        .job_executions_rollout_config(rollout_without_criteria())
        .build();
    let error = Job::try_from(job).unwrap_err();
    assert_eq!(
        error.path(),
        "jobExecutionsRolloutConfig.exponentialRate.rateIncreaseCriteria"
    );
    assert!(error.is_data());

    let input = SdkInput::builder().job_executions_rollout_config(rollout_without_criteria());
    let error = CreateJobInput::try_from(input.build().unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "jobExecutionsRolloutConfig.exponentialRate.rateIncreaseCriteria: \
         this required member has no value in the AWS SDK's structure"
    );
}

/// The SDK's epoch seconds, what they become, and what that becomes.
#[test]
fn every_number_of_seconds_is_converted() {
    for (seconds, time) in [
        (0, None),
        (1, Some(1)),
        (-1, Some(-1)),
        (i64::MAX, Some(i64::MAX)),
        (i64::MIN, Some(i64::MIN)),
    ] {
        let there = device_sdk::JobExecutionSummary::builder()
            .queued_at(seconds)
            .build();
        let here = JobExecutionSummary::from(there.clone());
        assert_eq!(here.queued_at().map(DateTime::secs), time);
        assert_eq!(device_sdk::JobExecutionSummary::from(here), there);
    }
}

#[test]
fn fractions_of_seconds_are_rounded_down() {
    for (milliseconds, seconds) in [(1_999, 1), (2_000, 2), (-1, -1), (-1_001, -2)] {
        let time = DateTime::from_millis(milliseconds);
        let here = JobExecution::builder().started_at(time).build();
        let there = device_sdk::JobExecution::from(here);
        assert_eq!(there.started_at(), Some(seconds), "{milliseconds}");
    }
}

/// A time outside of the years that JSON has is kept by the conversion, and rejected by the encoding.
#[test]
fn a_time_that_has_no_encoding_is_not_changed() {
    let there = sdk::Job::builder()
        .created_at(DateTime::from_secs(i64::MAX))
        .build();
    let here = Job::try_from(there.clone()).unwrap();
    let error = codec::to_string(&here).unwrap_err();
    assert_eq!(error.path(), "createdAt");
    assert_eq!(sdk::Job::try_from(here).unwrap(), there);
}

#[test]
fn false_is_a_value() {
    let there = sdk::DocumentParameter::builder().build();
    assert_eq!(DocumentParameter::from(there).optional(), Some(false));
    let here = DocumentParameter::builder().build();
    assert!(!sdk::DocumentParameter::from(here).optional());
}

#[test]
fn an_unknown_member_is_left_out_and_an_unknown_value_is_kept() {
    let here: Job = codec::from_str(r#"{"jobId":"j","status":"PAUSED","pausedBy":"ops"}"#).unwrap();
    let there = sdk::Job::try_from(here).unwrap();
    let back = Job::try_from(there).unwrap();
    assert_eq!(
        codec::to_string(&back).unwrap(),
        r#"{"jobId":"j","status":"PAUSED"}"#
    );
}
