//! MQTT messages against written-out JSON, both ways.

mod topics;

use std::collections::BTreeSet;

use iot_jobs::{
    catalog, codec,
    device::{
        message::{
            DescribeJobExecutionRequest, DescribeJobExecutionResponse, ErrorCode, ErrorResponse,
            GetPendingJobExecutionsResponse, JobExecutionsChanged, NextJobExecutionChanged,
            StartNextPendingJobExecutionRequest, StartNextPendingJobExecutionResponse,
            UpdateJobExecutionRequest, UpdateJobExecutionResponse, client_token,
        },
        types::{
            JobDocument, JobExecution, JobExecutionState, JobExecutionStatus, JobExecutionSummary,
        },
    },
    primitives::DateTime,
    shape::UnknownKind,
};

/// A shape's name, received JSON, and the canonical text where it differs.
const WIRE: &[(&str, &str, Option<&str>)] = &[
    // Requests.
    ("GetPendingJobExecutionsRequest", "{}", None),
    (
        "GetPendingJobExecutionsRequest",
        r#"{"clientToken":"t"}"#,
        None,
    ),
    (
        "StartNextPendingJobExecutionRequest",
        r#"{"clientToken":"t","stepTimeoutInMinutes":43,"statusDetails":{"b":"2","a":"1"}}"#,
        Some(r#"{"statusDetails":{"a":"1","b":"2"},"stepTimeoutInMinutes":43,"clientToken":"t"}"#),
    ),
    (
        "DescribeJobExecutionRequest",
        r#"{"executionNumber":1,"includeJobDocument":true,"clientToken":"t","jobId":"$next","thingName":"lamp"}"#,
        None,
    ),
    (
        "UpdateJobExecutionRequest",
        r#"{"executionNumber":5,"expectedVersion":2,"includeJobDocument":true,"includeJobExecutionState":true,"status":"FAILED","stepTimeoutInMinutes":50,"clientToken":"t"}"#,
        Some(
            r#"{"status":"FAILED","expectedVersion":2,"executionNumber":5,"includeJobExecutionState":true,"includeJobDocument":true,"stepTimeoutInMinutes":50,"clientToken":"t"}"#,
        ),
    ),
    // Clients in C send numbers as strings of digits.
    (
        "UpdateJobExecutionRequest",
        r#"{"status":"SUCCEEDED","expectedVersion":"2","executionNumber":"5000000000"}"#,
        Some(r#"{"status":"SUCCEEDED","expectedVersion":2,"executionNumber":5000000000}"#),
    ),
    // Responses.
    (
        "GetPendingJobExecutionsResponse",
        r#"{"clientToken":"t","timestamp":1587381778,"inProgressJobs":[],"queuedJobs":[{"executionNumber":1,"jobId":"test","lastUpdatedAt":1587036256,"queuedAt":1587036256,"versionNumber":1}]}"#,
        Some(
            r#"{"inProgressJobs":[],"queuedJobs":[{"jobId":"test","queuedAt":1587036256,"lastUpdatedAt":1587036256,"versionNumber":1,"executionNumber":1}],"timestamp":1587381778,"clientToken":"t"}"#,
        ),
    ),
    (
        "StartNextPendingJobExecutionResponse",
        r#"{"clientToken":"t","timestamp":1787750000,"execution":{"jobId":"job-1","status":"IN_PROGRESS","queuedAt":1787749990,"startAt":1787750000,"versionNumber":2,"executionNumber":1,"jobDocument":{"operation":"reboot", "when":null}}}"#,
        Some(
            r#"{"execution":{"jobId":"job-1","status":"IN_PROGRESS","queuedAt":1787749990,"versionNumber":2,"executionNumber":1,"jobDocument":{"operation":"reboot","when":null},"startAt":1787750000},"timestamp":1787750000,"clientToken":"t"}"#,
        ),
    ),
    // Milliseconds, and a document in a string, as in the developer guide.
    (
        "StartNextPendingJobExecutionResponse",
        r#"{"execution":{"jobId":"022","jobDocument":"< contents >","queuedAt":1489096123309},"timestamp":1489088524284}"#,
        Some(
            r#"{"execution":{"jobId":"022","queuedAt":1489096123.309,"jobDocument":"< contents >"},"timestamp":1489088524.284}"#,
        ),
    ),
    (
        "DescribeJobExecutionResponse",
        r#"{"timestamp":1787750000,"clientToken":"t0"}"#,
        None,
    ),
    (
        "DescribeJobExecutionResponse",
        r#"{"execution":{"jobId":"023","status":"QUEUED","approximateSecondsBeforeTimedOut":60,"versionNumber":1,"jobDocument":{}},"timestamp":1489097434}"#,
        None,
    ),
    ("UpdateJobExecutionResponse", "{}", None),
    (
        "UpdateJobExecutionResponse",
        r#"{"executionState":{"status":"IN_PROGRESS","statusDetails":{"progress":"50%"},"versionNumber":3},"jobDocument":[1.50,"two"],"timestamp":1787750000,"clientToken":"t"}"#,
        None,
    ),
    // Notifications.
    (
        "JobExecutionsChanged",
        r#"{"timestamp":1517017906,"jobs":{"QUEUED":[{"jobId":"job2","queuedAt":1517017191,"lastUpdatedAt":1517017191,"executionNumber":1,"versionNumber":1}],"IN_PROGRESS":[{"jobId":"job1","queuedAt":1517016947,"lastUpdatedAt":1517017472,"startedAt":1517017472,"executionNumber":1,"versionNumber":2}]}}"#,
        Some(
            r#"{"timestamp":1517017906,"jobs":{"IN_PROGRESS":[{"jobId":"job1","queuedAt":1517016947,"startedAt":1517017472,"lastUpdatedAt":1517017472,"versionNumber":2,"executionNumber":1}],"QUEUED":[{"jobId":"job2","queuedAt":1517017191,"lastUpdatedAt":1517017191,"versionNumber":1,"executionNumber":1}]}}"#,
        ),
    ),
    (
        "JobExecutionsChanged",
        r#"{"timestamp":1787750000,"jobs":{}}"#,
        None,
    ),
    (
        "JobExecutionsChanged",
        r#"{"timestamp":10011,"jobs":{"IN_PROGRESS":[{"jobId":"j"}],"QUEUED":[],"SOMEDAY":[{"jobId":"k"}]}}"#,
        None,
    ),
    ("NextJobExecutionChanged", "{}", None),
    (
        "NextJobExecutionChanged",
        r#"{"timestamp":1787750000,"execution":null}"#,
        Some(r#"{"timestamp":1787750000}"#),
    ),
    (
        "NextJobExecutionChanged",
        r#"{"timestamp":10011,"execution":{"jobId":"this-job","queuedAt":10011,"lastUpdatedAt":10011,"versionNumber":0,"executionNumber":1,"jobDocument":{"a":"b"}}}"#,
        None,
    ),
    // Error responses.
    (
        "ErrorResponse",
        r#"{"code":"InvalidJson","message":"","timestamp":1787750000}"#,
        None,
    ),
    (
        "ErrorResponse",
        r#"{"code":"VersionMismatch","message":"Expected version 99 but found version 1","clientToken":"t","timestamp":1787750000,"executionState":{"status":"QUEUED","versionNumber":1}}"#,
        None,
    ),
    ("ErrorResponse", r#"{"code":"SomedayAnError"}"#, None),
];

#[test]
fn messages_decode_and_encode() {
    for (shape, json, canonical) in WIRE {
        let entry = catalog::find_shape(&format!("mqtt.{shape}")).unwrap();
        let value = entry.decode(json).unwrap();
        assert_eq!(
            value.to_json().unwrap(),
            canonical.unwrap_or(json),
            "{shape}"
        );
    }
}

#[test]
fn every_message_has_a_row() {
    let listed: BTreeSet<String> = catalog::shapes()
        .filter_map(|entry| entry.name().strip_prefix("mqtt.").map(str::to_owned))
        .collect();
    let rows: BTreeSet<String> = WIRE.iter().map(|(shape, ..)| (*shape).to_owned()).collect();
    let without_row: Vec<_> = listed.difference(&rows).collect();
    assert_eq!(without_row, [""; 0]);
    assert_eq!(listed, rows);
}

/// A shape's name, invalid JSON, and the error.
#[test]
fn errors_have_a_path_and_a_position() {
    let table = [
        (
            "UpdateJobExecutionRequest",
            "{}",
            "status: this required member is missing at line 1 column 1",
        ),
        (
            "UpdateJobExecutionRequest",
            r#"{"status":"QUEUED","expectedVersion":"1.0.1"}"#,
            r#"expectedVersion: expected a 64-bit integer, found string "1.0.1" at line 1 column 38"#,
        ),
        (
            "UpdateJobExecutionRequest",
            r#"{"status":"QUEUED","stepTimeoutInMinutes":"1"}"#,
            r#"stepTimeoutInMinutes: expected a 64-bit integer, found string "1" at line 1 column 43"#,
        ),
        (
            "ErrorResponse",
            r#"{"executionState":"IN_PROGRESS"}"#,
            r#"executionState: expected an object, found string "IN_PROGRESS" at line 1 column 19"#,
        ),
        (
            "JobExecutionsChanged",
            r#"{"jobs":{"QUEUED":[{"jobId":1}]}}"#,
            "jobs.QUEUED[0].jobId: expected a string, found number 1 at line 1 column 29",
        ),
        (
            "JobExecutionsChanged",
            r#"{"jobs":{"QUEUED":[],"QUEUED":[]}}"#,
            "jobs.QUEUED: this member appears twice at line 1 column 31",
        ),
        (
            "JobExecutionsChanged",
            r#"{"jobs":{"QUEUED":[],"QUEUED":[{"jobId":7}]}}"#,
            "jobs.QUEUED: this member appears twice at line 1 column 31",
        ),
        (
            "JobExecutionsChanged",
            r#"{"jobs":{"QUEUED":null}}"#,
            "jobs.QUEUED: expected an array, found null at line 1 column 19",
        ),
        (
            "JobExecutionsChanged",
            r#"{"jobs":[]}"#,
            "jobs: expected an object, found an array at line 1 column 9",
        ),
    ];
    for (shape, json, message) in table {
        let entry = catalog::find_shape(&format!("mqtt.{shape}")).unwrap();
        let error = entry.decode(json).map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn an_unknown_state_is_a_key_and_is_reported() {
    let changed: JobExecutionsChanged =
        codec::from_str(r#"{"jobs":{"SOMEDAY":[{"jobId":"k"}]}}"#).unwrap();
    let someday = JobExecutionStatus::from("SOMEDAY");
    assert_eq!(changed.jobs_with(&someday)[0].job_id(), Some("k"));
    assert_eq!(changed.jobs_with(&JobExecutionStatus::Queued), []);
    let unknown = iot_jobs::shape::Shape::unknown(&changed);
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0].path, "jobs.SOMEDAY");
    assert_eq!(unknown[0].kind, UnknownKind::Value);
}

#[test]
fn messages_are_built() {
    let summary = JobExecutionSummary::builder()
        .job_id("j")
        .execution_number(1)
        .build();
    let changed = JobExecutionsChanged::builder()
        .timestamp(DateTime::from_secs(10))
        .jobs(JobExecutionStatus::Queued, vec![summary.clone()])
        .jobs(JobExecutionStatus::InProgress, Vec::new())
        .build();
    assert_eq!(
        codec::to_string(&changed).unwrap(),
        r#"{"timestamp":10,"jobs":{"IN_PROGRESS":[],"QUEUED":[{"jobId":"j","executionNumber":1}]}}"#
    );
    let next = NextJobExecutionChanged::builder()
        .execution(JobExecution::builder().job_document(r#"{"a": 1}"#).build())
        .build();
    assert_eq!(
        codec::to_string(&next).unwrap(),
        r#"{"execution":{"jobDocument":{"a":1}}}"#
    );
    let pending = GetPendingJobExecutionsResponse::builder()
        .queued_jobs(summary)
        .build();
    assert_eq!(
        codec::to_string(&pending).unwrap(),
        r#"{"queuedJobs":[{"jobId":"j","executionNumber":1}]}"#
    );
    let updated = UpdateJobExecutionResponse::builder()
        .job_document("[1]")
        .build();
    assert_eq!(
        codec::to_string(&updated).unwrap(),
        r#"{"jobDocument":[1]}"#
    );
    let started = StartNextPendingJobExecutionResponse::builder()
        .client_token("t")
        .build();
    assert_eq!(
        codec::to_string(&started).unwrap(),
        r#"{"clientToken":"t"}"#
    );
    let described = DescribeJobExecutionResponse::builder()
        .client_token("t")
        .build();
    assert_eq!(
        codec::to_string(&described).unwrap(),
        r#"{"clientToken":"t"}"#
    );
    let ask = DescribeJobExecutionRequest::builder()
        .include_job_document(false)
        .build();
    assert_eq!(
        codec::to_string(&ask).unwrap(),
        r#"{"includeJobDocument":false}"#
    );
    let start = StartNextPendingJobExecutionRequest::builder()
        .step_timeout_in_minutes(-1)
        .build();
    assert_eq!(
        codec::to_string(&start).unwrap(),
        r#"{"stepTimeoutInMinutes":-1}"#
    );
    let error = UpdateJobExecutionRequest::builder()
        .client_token("t")
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("status"), "{error}");
}

#[test]
fn documents_compare_by_text_and_are_redacted_in_debug() {
    let text = r#"{"url":"https://example.com/?X-Amz-Signature=secret"}"#;
    let document = JobDocument::new(text);
    assert_eq!((document.as_ref(), document.as_str()), (text, text));
    assert_eq!(document, JobDocument::from(text.to_owned()));
    assert_ne!(document, JobDocument::new(text.replace("url", "uri")));
    assert_eq!(format!("{document:?}"), "JobDocument(53 bytes)");
}

/// The code, the included state, and the class of the error: version mismatch, invalid state
/// transition, over, transient.
#[test]
fn classes_of_error_responses() {
    let table = [
        ("InvalidTopic", None, [false, false, false, false]),
        ("InvalidJson", None, [false, false, false, false]),
        ("InvalidRequest", None, [false, false, false, false]),
        (
            "InvalidStateTransition",
            Some("IN_PROGRESS"),
            [false, true, false, false],
        ),
        (
            "InvalidStateTransition",
            Some("CANCELED"),
            [false, true, true, false],
        ),
        ("ResourceNotFound", None, [false, false, true, false]),
        (
            "VersionMismatch",
            Some("QUEUED"),
            [true, false, false, false],
        ),
        (
            "VersionMismatch",
            Some("TIMED_OUT"),
            [true, false, true, false],
        ),
        ("InternalError", None, [false, false, false, true]),
        ("RequestThrottled", None, [false, false, false, true]),
        ("TerminalStateReached", None, [false, false, true, false]),
        ("SomedayAnError", None, [false, false, false, false]),
    ];
    for value in ErrorCode::values() {
        assert!(table.iter().any(|(code, ..)| code == value), "{value}");
    }
    for (code, status, expected) in table {
        let state =
            status.map(|status: &str| JobExecutionState::builder().status(status.into()).build());
        let rejected = ErrorResponse::builder()
            .code(code.into())
            .set_execution_state(state)
            .build();
        let found = [
            rejected.is_version_mismatch(),
            rejected.is_invalid_state_transition(),
            rejected.is_over(),
            rejected.is_transient(),
        ];
        assert_eq!(found, expected, "{code} {status:?}");
    }
}

#[test]
fn client_tokens_differ_in_every_thread() {
    let here = || (0..100).map(|_| client_token()).collect::<Vec<_>>();
    let there = std::thread::spawn(here).join().unwrap();
    let mut tokens = [here(), there].concat();
    for token in &tokens {
        assert_eq!(token.len(), 32);
        assert!(token.bytes().all(|b| b.is_ascii_hexdigit()), "{token}");
    }
    tokens.sort();
    tokens.dedup();
    assert_eq!(tokens.len(), 200);
}
