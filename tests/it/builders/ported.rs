//! Code as it is written for `aws_sdk_iot`, with only the crate's name changed.

use iot_jobs as aws_sdk_iot;

use aws_sdk_iot::{
    error::BuildError,
    operation::{
        create_job::{CreateJobInput, builders::CreateJobInputBuilder},
        describe_job::{DescribeJobInput, DescribeJobOutput, builders::DescribeJobOutputBuilder},
    },
    primitives::DateTime,
    types::{
        AbortAction, AbortConfig, AbortCriteria, Job, JobExecutionFailureType, JobStatus,
        builders::{AbortConfigBuilder, JobBuilder},
        error::ResourceNotFoundException,
    },
};

/// What a fleet service does with an answer.
fn summary(output: &DescribeJobOutput) -> String {
    let Some(job) = output.job() else {
        return "no job".to_owned();
    };
    let progress = match job.status() {
        Some(JobStatus::InProgress | JobStatus::Scheduled) => "runs",
        Some(JobStatus::Completed | JobStatus::Canceled) => "is over",
        Some(other) => other.as_str(),
        None => "?",
    };
    let since = job.created_at().map_or(0, DateTime::secs);
    let targets = job.targets().join(" ");
    let name = job.job_id().unwrap_or_default();
    format!("{name} {progress}, since {since}, on {targets}")
}

fn abort_config() -> Result<AbortConfig, BuildError> {
    let builder: AbortConfigBuilder = AbortConfig::builder();
    builder
        .criteria_list(
            AbortCriteria::builder()
                .failure_type(JobExecutionFailureType::from("FAILED"))
                .action(AbortAction::Cancel)
                .threshold_percentage(20.0)
                .min_number_of_executed_things(1)
                .build()?,
        )
        .build()
}

#[test]
fn sdk_code_carries_over() -> Result<(), BuildError> {
    let job: JobBuilder = Job::builder()
        .job_id("j")
        .status(JobStatus::InProgress)
        .targets("a")
        .targets("b")
        .created_at(DateTime::from_secs(7))
        .abort_config(abort_config()?);
    let output: DescribeJobOutputBuilder = DescribeJobOutput::builder().job(job.build());
    assert_eq!(summary(&output.build()), "j runs, since 7, on a b");

    let input: CreateJobInputBuilder = CreateJobInput::builder().job_id("j").targets("a");
    let CreateJobInput {
        job_id, targets, ..
    } = input.build()?;
    assert_eq!((job_id.as_deref(), targets.unwrap().len()), (Some("j"), 1));
    let input = DescribeJobInput::builder()
        .job_id("j")
        .before_substitution(true)
        .build()?;
    assert_eq!(input.before_substitution, Some(true));

    let gone = ResourceNotFoundException::builder()
        .message("no such job")
        .build();
    assert_eq!(gone.message(), Some("no such job"));
    let error: Box<dyn std::error::Error> = Box::new(gone);
    assert_eq!(error.to_string(), "ResourceNotFoundException: no such job");
    Ok(())
}

#[test]
fn sdk_enums_carry_over() {
    assert_eq!(JobStatus::values()[0], "IN_PROGRESS");
    assert_eq!(
        JobStatus::try_parse("COMPLETED").unwrap(),
        JobStatus::Completed
    );
    assert!(JobStatus::try_parse("completed").is_err());
    assert_eq!(
        "CANCELED".parse::<JobStatus>().unwrap(),
        JobStatus::Canceled
    );
    assert_eq!(JobStatus::Canceled.to_string(), "CANCELED");
    assert_eq!(JobStatus::from("NEW").as_ref(), "NEW");
    assert!(matches!(JobStatus::from("NEW"), JobStatus::Unknown(_)));
}
