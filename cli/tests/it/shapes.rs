//! `shapes`: what `--as` takes.

use iot_jobs::shape;

use crate::run::run_on;

#[test]
fn every_shape_has_a_line_with_its_name_and_sentence() {
    let run = run_on("", &["shapes"]);
    assert_eq!(run.code, Some(0));
    let names: Vec<_> = run
        .stdout
        .lines()
        .map(|line| line.split_once("  ").unwrap().0.to_owned())
        .collect();
    let listed: Vec<_> = shape::all().map(|entry| entry.name()).collect();
    assert_eq!(names, listed);
    let response = run
        .stdout
        .lines()
        .find(|line| line.starts_with("DescribeJobResponse "))
        .unwrap();
    // A link in the documentation is a plain name here.
    assert!(
        response.ends_with("  The answer to DescribeJob."),
        "{response}"
    );
}

#[test]
fn programs_get_the_members_and_their_kinds() {
    let run = run_on("", &["shapes", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    let rows: Vec<_> = run.stdout.lines().collect();
    assert_eq!(rows.len(), shape::all().count());
    for row in [
        r#"{"name":"Tag","doc":"A key and a value attached to a job or a job template.","members":[{"name":"Key","required":true,"kind":"string"},{"name":"Value","required":false,"kind":"string"}]}"#,
        r#"{"name":"AbortConfig","doc":"When a job is aborted.","members":[{"name":"criteriaList","required":true,"kind":{"list":{"structure":"AbortCriteria"}}}]}"#,
        r#"{"name":"RetryCriteria","doc":"How many retries one type of failure is given.","members":[{"name":"failureType","required":true,"kind":{"enum":"RetryableFailureType","values":["FAILED","TIMED_OUT","ALL"]}},{"name":"numberOfRetries","required":true,"kind":"integer"}]}"#,
        r#"{"name":"JobExecutionStatusDetails","doc":"What a device reported about its progress.","members":[{"name":"detailsMap","required":false,"kind":{"map":"string"}}]}"#,
        // The other plane's structures go by the names that --as takes.
        r#"{"name":"device.DescribeJobExecutionResponse","doc":"The answer to DescribeJobExecution.","members":[{"name":"execution","required":false,"kind":{"structure":"device.JobExecution"}}]}"#,
    ] {
        assert!(rows.contains(&row), "{row}");
    }
}
