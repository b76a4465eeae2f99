//! CSV.

use std::fs;

use crate::run::{files, run_in};

/// The rows of values in CSV.
fn csv(shape: &str, lines: &[&str]) -> Vec<String> {
    let directory = files("convert-csv", &[("in.ndjson", &super::ndjson(lines))]);
    let run = run_in(
        &directory,
        &["convert", "--as", shape, "in.ndjson", "-o", "out.csv"],
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = fs::read_to_string(directory.join("out.csv")).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn values_are_text_and_nested_ones_json() {
    let rows = csv(
        "JobExecution",
        &[
            r#"{"jobId":"a","status":"FAILED","forceCanceled":true,"statusDetails":{"detailsMap":{"b":"x\ny","a":"\"1\", 2"},"new":[1]},"queuedAt":1549395301.389,"startedAt":1549395301,"executionNumber":7}"#,
            r#"{"jobId":"","thingArn":"a,b","approximateSecondsBeforeTimedOut":0,"n":{}}"#,
            r#"{"jobId":null}"#,
        ],
    );
    assert_eq!(
        rows,
        [
            "job_id,status,force_canceled,status_details,thing_arn,queued_at,started_at,last_updated_at,execution_number,version_number,approximate_seconds_before_timed_out,unknown_members",
            r#"a,FAILED,true,"{""details_map"":{""a"":""\""1\"", 2"",""b"":""x\ny""},""unknown_members"":""{\""new\"":[1]}""}",,2019-02-05T19:35:01.389Z,2019-02-05T19:35:01Z,,7,,,"#,
            r#""",,,,"a,b",,,,,,0,"{""n"":{}}""#,
            ",,,,,,,,,,,",
        ]
    );
}

#[test]
fn lists_numbers_and_bytes_are_json() {
    let rows = csv(
        "AbortConfig",
        &[
            r#"{"criteriaList":[{"failureType":"FAILED","action":"CANCEL","thresholdPercentage":12.5,"minNumberOfExecutedThings":3}]}"#,
        ],
    );
    assert_eq!(
        rows[1],
        r#""[{""failure_type"":""FAILED"",""action"":""CANCEL"",""threshold_percentage"":12.5,""min_number_of_executed_things"":3}]","#
    );
    let rows = csv("device.CommandParameterValue", &[r#"{"BIN":"AQID"}"#]);
    assert!(
        rows[1].split(',').any(|field| field == "AQID"),
        "{}",
        rows[1]
    );
}
