//! JSON, the columns that it becomes, and the JSON that these become.

use iot_jobs::{
    device::{
        self, message::StartNextPendingJobExecutionResponse,
        operation::start_command_execution::StartCommandExecutionInput,
    },
    document::OperationDocument,
    shape::Shape,
    types::{Job, JobExecution, JobExecutionSummary},
};

use crate::setup::{batch_of, json_of, row};

/// Both ways: the columns that are not null, and the JSON that the batch gives back.
fn check<T: Shape>(rows: &[(&str, &str)]) {
    for (json, columns) in rows {
        let batch = batch_of::<T>(json);
        assert_eq!(row(&batch), *columns, "{json}");
        assert_eq!(json_of::<T>(&batch), *json);
    }
}

/// One way: the form of a time, or of a document, is not kept.
fn check_columns<T: Shape>(rows: &[(&str, &str, &str)]) {
    for (json, columns, canonical) in rows {
        let batch = batch_of::<T>(json);
        assert_eq!(row(&batch), *columns, "{json}");
        assert_eq!(json_of::<T>(&batch), *canonical, "{json}");
    }
}

#[test]
fn members_of_an_execution() {
    check::<JobExecution>(&[
        ("{}", ""),
        (
            r#"{"jobId":"j","status":"SUCCEEDED","forceCanceled":false,"statusDetails":{"detailsMap":{"a":"1","b":"\"2\""}},"executionNumber":9223372036854775807}"#,
            r#"job_id='j' status='SUCCEEDED' force_canceled=false status_details={details_map=('a': '1', 'b': '"2"')} execution_number=9223372036854775807"#,
        ),
        (r#"{"statusDetails":{}}"#, "status_details={}"),
        (
            r#"{"statusDetails":{"detailsMap":{}}}"#,
            "status_details={details_map=()}",
        ),
        (r#"{"status":"PAUSED"}"#, "status='PAUSED'"),
        (
            "{\"jobId\":\"\\u0001\\n\\\"\\\\é😀\"}",
            "job_id='\u{1}\n\"\\é😀'",
        ),
    ]);
}

#[test]
fn unknown_members_at_two_levels() {
    check::<JobExecution>(&[(
        r#"{"statusDetails":{"detailsMap":{},"inner":[1.50,null]},"a":{"\"":"}"},"outer":"x"}"#,
        r#"status_details={details_map=() unknown_members='{"inner":[1.50,null]}'} unknown_members='{"a":{"\"":"}"},"outer":"x"}'"#,
    )]);
}

#[test]
fn times_in_every_form() {
    let time = "queued_at=1549395301389000us";
    let canonical = r#"{"queuedAt":1549395301.389}"#;
    check_columns::<JobExecutionSummary>(&[
        (canonical, time, canonical),
        (r#"{"queuedAt":1549395301389}"#, time, canonical),
        (
            r#"{"queuedAt":"2019-02-05T19:35:01.389Z"}"#,
            time,
            canonical,
        ),
        (
            r#"{"queuedAt":"2019-02-05T20:35:01.389+01:00"}"#,
            time,
            canonical,
        ),
        (
            r#"{"queuedAt":1549395301}"#,
            "queued_at=1549395301000000us",
            r#"{"queuedAt":1549395301}"#,
        ),
        (
            r#"{"queuedAt":-0.5}"#,
            "queued_at=-500000us",
            r#"{"queuedAt":-0.5}"#,
        ),
        (
            r#"{"queuedAt":"0001-01-01T00:00:00Z"}"#,
            "queued_at=-62135596800000000us",
            r#"{"queuedAt":-62135596800}"#,
        ),
        (
            r#"{"queuedAt":"9999-12-31T23:59:59.999999Z"}"#,
            "queued_at=253402300799999999us",
            r#"{"queuedAt":253402300799.999999}"#,
        ),
    ]);
}

#[test]
fn lists_of_structures() {
    check::<Job>(&[
        (
            r#"{"targets":["a","b"],"abortConfig":{"criteriaList":[{"failureType":"FAILED","action":"CANCEL","thresholdPercentage":12.5,"minNumberOfExecutedThings":10},{"failureType":"ALL","action":"CANCEL","thresholdPercentage":100,"minNumberOfExecutedThings":1,"new":[]}]}}"#,
            r#"targets=['a', 'b'] abort_config={criteria_list=[{failure_type='FAILED' action='CANCEL' threshold_percentage=12.5 min_number_of_executed_things=10}, {failure_type='ALL' action='CANCEL' threshold_percentage=100 min_number_of_executed_things=1 unknown_members='{"new":[]}'}]}"#,
        ),
        (
            r#"{"targets":[],"abortConfig":{"criteriaList":[]}}"#,
            "targets=[] abort_config={criteria_list=[]}",
        ),
    ]);
}

#[test]
fn documents_of_both_forms() {
    check_columns::<device::types::JobExecution>(&[
        (
            r#"{"jobDocument":{"a": [1.0, "\"x"] }}"#,
            r#"job_document='{"a": [1.0, "\"x"] }'"#,
            r#"{"jobDocument":"{\"a\": [1.0, \"\\\"x\"] }"}"#,
        ),
        (
            r#"{"jobDocument":"{\"a\": 1}"}"#,
            r#"job_document='{"a": 1}'"#,
            r#"{"jobDocument":"{\"a\": 1}"}"#,
        ),
        (
            r#"{"jobDocument":"not JSON"}"#,
            "job_document='not JSON'",
            r#"{"jobDocument":"not JSON"}"#,
        ),
    ]);
}

#[test]
fn placeholders_are_json() {
    check::<OperationDocument>(&[
        (
            r#"{"operation":"reboot","includeStdOut":"true","allowStdErr":8}"#,
            r#"operation='reboot' include_std_out='"true"' allow_std_err='8'"#,
        ),
        (
            r#"{"operation":"reboot","includeStdOut":true,"allowStdErr":"${aws:iot:parameter:n}"}"#,
            r#"operation='reboot' include_std_out='true' allow_std_err='"${aws:iot:parameter:n}"'"#,
        ),
    ]);
}

#[test]
fn execution_over_mqtt() {
    check_columns::<StartNextPendingJobExecutionResponse>(&[(
        r#"{"execution":{"jobId":"j","queuedAt":1549395301,"jobDocument":{"url": "u"}},"timestamp":1549395302,"clientToken":"c"}"#,
        r#"execution={job_id='j' queued_at=1549395301000000us job_document='{"url": "u"}'} timestamp=1549395302000000us client_token='c'"#,
        r#"{"execution":{"jobId":"j","queuedAt":1549395301,"jobDocument":"{\"url\": \"u\"}"},"timestamp":1549395302,"clientToken":"c"}"#,
    )]);
}

#[test]
fn maps_of_structures() {
    check::<StartCommandExecutionInput>(&[(
        r#"{"targetArn":"t","commandArn":"c","parameters":{"a":{"S":"s","I":-1,"L":2},"b":{"B":true,"D":0.1,"BIN":"AAH/"}}}"#,
        "target_arn='t' command_arn='c' parameters=('a': {s='s' i=-1 l=2}, 'b': {b=true d=0.1 bin=[0, 1, 255]})",
    )]);
}
