//! `shapes`: the names that `--as` takes.

use iot_jobs::catalog;

use crate::run::run_on;

#[test]
fn every_shape_has_a_line_with_its_name_and_description() {
    let run = run_on("", &["shapes"]);
    assert_eq!(run.code, Some(0));
    let names: Vec<_> = run
        .stdout
        .lines()
        .map(|line| line.split_once("  ").unwrap().0.to_owned())
        .collect();
    let listed: Vec<_> = catalog::shapes().map(|entry| entry.name()).collect();
    assert_eq!(names, listed);
    let response = run
        .stdout
        .lines()
        .find(|line| line.starts_with("DescribeJobResponse "))
        .unwrap();
    // Links of the documentation are plain names.
    assert!(
        response.ends_with("  The response to DescribeJob."),
        "{response}"
    );
}

#[test]
fn json_has_the_members_and_their_kinds() {
    let run = run_on("", &["shapes", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    let rows: Vec<_> = run.stdout.lines().collect();
    assert_eq!(rows.len(), catalog::shapes().count());
    for row in [
        r#"{"name":"Tag","doc":"A key and a value attached to a job or a job template.","members":[{"name":"Key","required":true,"kind":"string"},{"name":"Value","required":false,"kind":"string"}]}"#,
        r#"{"name":"AbortConfig","doc":"When a job is aborted.","members":[{"name":"criteriaList","required":true,"kind":{"list":{"structure":"AbortCriteria"}}}]}"#,
        r#"{"name":"RetryCriteria","doc":"How many times an execution is retried after one type of failure.","members":[{"name":"failureType","required":true,"kind":{"enum":"RetryableFailureType","values":["FAILED","TIMED_OUT","ALL"]}},{"name":"numberOfRetries","required":true,"kind":"integer"}]}"#,
        r#"{"name":"JobExecutionStatusDetails","doc":"The status details that a device reported.","members":[{"name":"detailsMap","required":false,"kind":{"map":"string"}}]}"#,
        // Structures of the data plane have the names that --as takes.
        r#"{"name":"device.DescribeJobExecutionResponse","doc":"The response to DescribeJobExecution.","members":[{"name":"execution","required":false,"kind":{"structure":"device.JobExecution"}}]}"#,
    ] {
        assert!(rows.contains(&row), "{row}");
    }
}
