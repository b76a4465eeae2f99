//! What builders and accessors take and give, as in the AWS SDK.

use std::collections::HashMap;

use iot_jobs::{
    operation::{create_job::CreateJobInput, describe_job_execution::DescribeJobExecutionInput},
    primitives::DateTime,
    types::{
        AbortAction, AbortConfig, AbortCriteria, Job, JobExecutionFailureType, JobStatus, Tag,
    },
};

use super::{at, criteria};

#[test]
fn build_names_the_first_missing_member() {
    let missing = |error: iot_jobs::error::BuildError| error.to_string();
    let text = |field: &str, shape: &str| {
        format!(
            "{field} was missing: {field} was not specified but it is required when building {shape}"
        )
    };
    let criteria = AbortCriteria::builder().threshold_percentage(1.0);
    assert_eq!(
        missing(criteria.clone().build().unwrap_err()),
        text("failure_type", "AbortCriteria")
    );
    let criteria = criteria.failure_type(JobExecutionFailureType::All);
    assert_eq!(
        missing(criteria.clone().build().unwrap_err()),
        text("action", "AbortCriteria")
    );
    let criteria = criteria.action(AbortAction::Cancel);
    assert_eq!(
        missing(criteria.build().unwrap_err()),
        text("min_number_of_executed_things", "AbortCriteria")
    );
    assert_eq!(
        missing(AbortConfig::builder().build().unwrap_err()),
        text("criteria_list", "AbortConfig")
    );
    assert_eq!(
        missing(Tag::builder().value("v").build().unwrap_err()),
        text("key", "Tag")
    );
    let input = DescribeJobExecutionInput::builder().thing_name("t");
    assert_eq!(
        missing(input.build().unwrap_err()),
        text("job_id", "DescribeJobExecutionInput")
    );
    let input = CreateJobInput::builder().job_id("j");
    assert_eq!(
        missing(input.build().unwrap_err()),
        text("targets", "CreateJobInput")
    );
}

#[test]
fn setters_append_replace_and_take_back() {
    let builder = Job::builder()
        .targets("a")
        .targets("b")
        .document_parameters("k", "1");
    assert_eq!(
        builder.get_targets(),
        &Some(vec!["a".to_owned(), "b".to_owned()])
    );
    let builder = builder
        .document_parameters("k", "2")
        .document_parameters("l", "3");
    let parameters = builder.get_document_parameters().as_ref().unwrap();
    assert_eq!((parameters.len(), parameters["k"].as_str()), (2, "2"));
    let builder = builder
        .set_targets(None)
        .job_id("x")
        .job_id("y")
        .comment("c")
        .set_comment(None);
    assert_eq!(builder.get_job_id(), &Some("y".to_owned()));
    assert_eq!(
        (builder.get_targets(), builder.get_comment()),
        (&None, &None)
    );
    assert_eq!(builder.build().job_id(), Some("y"));
}

#[test]
fn accessors_borrow_text_and_lists_and_copy_scalars() {
    let job = Job::builder()
        .job_id("j")
        .force_canceled(true)
        .targets("t")
        .created_at(at(0));
    let job = job
        .status(JobStatus::Canceled)
        .document_parameters("k", "v")
        .build();
    let id: Option<&str> = job.job_id();
    let force: Option<bool> = job.force_canceled();
    let targets: &[String] = job.targets();
    let created: Option<&DateTime> = job.created_at();
    let status: Option<&JobStatus> = job.status();
    let parameters: Option<&HashMap<String, String>> = job.document_parameters();
    assert_eq!(
        (id, force, targets),
        (Some("j"), Some(true), &["t".to_owned()][..])
    );
    assert_eq!(
        (created, status),
        (Some(&at(0)), Some(&JobStatus::Canceled))
    );
    assert_eq!(parameters.unwrap()["k"], "v");

    let absent = Job::builder().build();
    assert_eq!((absent.job_id(), absent.force_canceled()), (None, None));
    assert!(absent.targets().is_empty() && absent.document_parameters().is_none());

    let criteria = criteria();
    let failure: &JobExecutionFailureType = criteria.failure_type();
    let (threshold, least): (f64, i32) = (
        criteria.threshold_percentage(),
        criteria.min_number_of_executed_things(),
    );
    assert_eq!(failure.as_str(), "TIMED_OUT");
    assert!(threshold > 12.4 && threshold < 12.6 && least == 100);
    let config = AbortConfig::builder()
        .criteria_list(criteria)
        .build()
        .unwrap();
    let list: &[AbortCriteria] = config.criteria_list();
    assert_eq!(list.len(), 1);
    let tag = Tag::builder().key("k").build().unwrap();
    let key: &str = tag.key();
    assert_eq!((key, tag.value()), ("k", None));
}
