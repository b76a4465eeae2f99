//! `#[serde(with = "iot_jobs::aws_sdk")]`, and snapshots of converted values.

use std::collections::HashMap;

use aws_sdk_iot::{
    operation::list_jobs::ListJobsOutput,
    types::{
        ExponentialRolloutRate, JobStatus, JobSummary, RateIncreaseCriteria,
        error::ResourceNotFoundException,
    },
};
use aws_sdk_iotjobsdataplane::types::JobExecutionSummary;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Record {
    #[serde(with = "iot_jobs::aws_sdk")]
    job: JobSummary,
    #[serde(with = "iot_jobs::aws_sdk")]
    status: JobStatus,
    #[serde(with = "iot_jobs::aws_sdk", default)]
    previous: Option<JobSummary>,
    #[serde(with = "iot_jobs::aws_sdk")]
    pending: Vec<JobExecutionSummary>,
    #[serde(with = "iot_jobs::aws_sdk")]
    by_thing: HashMap<String, Vec<Option<JobStatus>>>,
}

fn record() -> Record {
    Record {
        job: JobSummary::builder().job_id("firmware-7").build(),
        status: "PAUSED".into(),
        previous: None,
        pending: vec![
            JobExecutionSummary::builder()
                .queued_at(1_517_016_948)
                .build(),
        ],
        by_thing: HashMap::from([
            ("belt-2".to_owned(), vec![Some(JobStatus::Canceled), None]),
            ("belt-1".to_owned(), vec![]),
        ]),
    }
}

#[derive(Serialize)]
struct ByName(#[serde(with = "iot_jobs::aws_sdk")] HashMap<String, Vec<ExponentialRolloutRate>>);

#[derive(Serialize)]
struct Rates(#[serde(with = "iot_jobs::aws_sdk")] Vec<ExponentialRolloutRate>);

const TEXT: &str = r#"{"job":{"jobId":"firmware-7"},"status":"PAUSED","previous":null,"pending":[{"queuedAt":1517016948}],"by_thing":{"belt-1":[],"belt-2":["CANCELED",null]}}"#;

#[test]
fn fields_of_sdk_types_are_written_and_read() {
    assert_eq!(serde_json::to_string(&record()).unwrap(), TEXT);
    assert_eq!(serde_json::from_str::<Record>(TEXT).unwrap(), record());
    let absent = TEXT.replace(r#""previous":null,"#, "");
    assert_eq!(serde_json::from_str::<Record>(&absent).unwrap(), record());
}

#[test]
fn other_formats_are_written_and_read() {
    let mut bytes = Vec::new();
    ciborium::into_writer(&record(), &mut bytes).unwrap();
    assert_eq!(
        ciborium::from_reader::<Record, _>(bytes.as_slice()).unwrap(),
        record()
    );
}

#[test]
fn errors_have_the_path_in_the_value() {
    let text = TEXT.replace(r#""jobId":"firmware-7""#, r#""jobId":7"#);
    let error = serde_json::from_str::<Record>(&text)
        .unwrap_err()
        .to_string();
    assert!(error.contains("expected a string"), "{error}");

    let rate = ExponentialRolloutRate::builder()
        .base_rate_per_minute(50)
        .increment_factor(2.0);
    let complete = rate.clone().rate_increase_criteria(
        RateIncreaseCriteria::builder()
            .number_of_notified_things(1)
            .build(),
    );
    let rates = vec![complete.build().unwrap(), rate.build().unwrap()];
    let missing = "this required member has no value in the AWS SDK's structure";
    let by_name = ByName(HashMap::from([("slow one".to_owned(), rates.clone())]));
    assert_eq!(
        serde_json::to_string(&Rates(rates))
            .unwrap_err()
            .to_string(),
        format!("[1].rateIncreaseCriteria: {missing}")
    );
    assert_eq!(
        serde_json::to_string(&by_name).unwrap_err().to_string(),
        format!(r#"["slow one"][1].rateIncreaseCriteria: {missing}"#)
    );
}

#[test]
fn a_key_appears_once() {
    let text = TEXT.replace(r#""belt-1":[],"#, r#""belt-2":[],"#);
    let error = serde_json::from_str::<Record>(&text).unwrap_err();
    let expected = "belt-2: this member appears twice";
    assert!(error.to_string().starts_with(expected), "{error}");
    let text = TEXT.replace(r#"{"belt-1":[],"belt-2":["CANCELED",null]}"#, "[]");
    let error = serde_json::from_str::<Record>(&text).unwrap_err();
    assert!(error.to_string().contains("expected an object"), "{error}");
}

#[test]
fn exceptions_keep_their_members() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Failure(#[serde(with = "iot_jobs::aws_sdk")] ResourceNotFoundException);
    let text = r#"{"message":"no such job"}"#;
    let failure: Failure = serde_json::from_str(text).unwrap();
    assert_eq!(failure.0.message(), Some("no such job"));
    assert_eq!(serde_json::to_string(&failure).unwrap(), text);
}

#[test]
fn an_answer_of_the_sdk_has_a_snapshot() {
    let job = JobSummary::builder()
        .job_id("firmware-7")
        .status(JobStatus::InProgress);
    let answer = ListJobsOutput::builder()
        .jobs(job.build())
        .next_token("t")
        .build();
    insta::assert_json_snapshot!(iot_jobs::operation::list_jobs::ListJobsOutput::from(answer), @r#"
    {
      "jobs": [
        {
          "jobId": "firmware-7",
          "status": "IN_PROGRESS"
        }
      ],
      "nextToken": "t"
    }
    "#);
}
