//! Values that no batch can have, and the rows before and after them.

use iot_jobs::{
    primitives::DateTime,
    shape::Shape,
    types::{
        AbortAction, AbortConfig, AbortCriteria, Job, JobExecution, JobExecutionFailureType,
        JobExecutionStatusDetails,
    },
};
use iot_jobs_arrow::{RecordBatchBuilder, values};

/// Appends values of which the second is rejected; the batch has the others.
fn check<T: Shape>(first: &T, rejected: &T, last: &T, message: &str) {
    let mut builder = RecordBatchBuilder::new();
    builder.append(first).unwrap();
    let error = builder.append(rejected).unwrap_err();
    assert_eq!(error.to_string(), message);
    assert!(error.is_encode());
    assert_eq!(builder.len(), 1);
    builder.append(last).unwrap();
    let read: Vec<T> = values(&builder.finish())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(read, [first.clone(), last.clone()]);
}

/// An execution whose first columns have values of every length.
fn execution(job_id: &str) -> JobExecution {
    let details = JobExecutionStatusDetails::builder().details_map(job_id, job_id);
    JobExecution::builder()
        .job_id(job_id)
        .force_canceled(true)
        .status_details(details.build())
        .queued_at(DateTime::from_secs(1))
        .execution_number(1)
        .build()
}

#[test]
fn time_out_of_range() {
    for seconds in [-62_135_596_801, 253_402_300_800, i64::MAX, i64::MIN] {
        let mut rejected = execution("rejected");
        rejected.last_updated_at = Some(DateTime::from_secs(seconds));
        check(
            &execution("first"),
            &rejected,
            &execution("last"),
            "lastUpdatedAt: a timestamp outside years 0001 to 9999",
        );
    }
}

#[test]
fn unknown_member_with_a_declared_name() {
    let mut rejected = execution("rejected");
    rejected
        .unknown_members_mut()
        .insert("status", "1")
        .unwrap();
    check(
        &execution("first"),
        &rejected,
        &execution("last"),
        "status: an unknown member has a declared name",
    );
}

/// A job with two criteria, the second of which has this threshold.
fn job(threshold: f64) -> Job {
    let criteria = |threshold| {
        AbortCriteria::builder()
            .failure_type(JobExecutionFailureType::Failed)
            .action(AbortAction::Cancel)
            .threshold_percentage(threshold)
            .min_number_of_executed_things(1)
            .build()
            .unwrap()
    };
    let config = AbortConfig::builder()
        .criteria_list(criteria(1.0))
        .criteria_list(criteria(threshold));
    Job::builder()
        .targets("target")
        .abort_config(config.build().unwrap())
        .document_parameters("key", "value")
        .build()
}

#[test]
fn number_that_is_not_finite() {
    for (number, name) in [
        (f64::NAN, "NaN"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
    ] {
        check(
            &job(2.0),
            &job(number),
            &job(3.0),
            &format!(
                "abortConfig.criteriaList[1].thresholdPercentage: {name} is not a JSON number"
            ),
        );
    }
}

#[test]
fn only_value_of_a_batch() {
    let mut builder = RecordBatchBuilder::new();
    builder.append(&job(f64::NAN)).unwrap_err();
    assert!(builder.is_empty());
    assert_eq!(builder.finish().num_rows(), 0);
    builder.append(&job(1.0)).unwrap();
    assert_eq!(builder.finish().num_rows(), 1);
    assert_eq!(builder.finish().num_rows(), 0);
}
