//! Events against written-out JSON, both ways.

mod envelopes;
mod serde;

use iot_jobs::{
    catalog, codec,
    event::{
        Event, EventType, JobEvent, JobEventKind, JobEventOperation, JobEventStatus,
        JobExecutionEvent, JobExecutionEventKind, JobExecutionEventOperation,
    },
    primitives::DateTime,
    shape::Shape,
    types::{JobExecutionStatus, JobStatus},
};

const COMPLETED: &str = r#"{"eventType":"JOB","eventId":"7364ffd1","timestamp":1234567890,"operation":"completed","jobId":"27450507","status":"COMPLETED","targetSelection":"SNAPSHOT","targets":["arn:aws:iot:us-east-1:123456789012:thing/a"],"description":"My Job","completedAt":1234567890123,"createdAt":1234567890120,"lastUpdatedAt":1234567890000,"jobProcessDetails":{"numberOfCanceledThings":0,"numberOfSucceededThings":3}}"#;
const CANCELING: &str = r#"{"eventType":"JOB","timestamp":1234567890,"operation":"cancellation_in_progress","status":"CANCELLATION_IN_PROGRESS","createdAt":1234567890123,"comment":"why"}"#;
const TIMED_OUT: &str = r#"{"eventType":"JOB_EXECUTION","eventId":"cca89fa5","timestamp":1234567890,"operation":"timed_out","jobId":"154b39e5","thingArn":"arn:aws:iot:us-east-1:123456789012:myThing/6d63","status":"TIMED_OUT","statusDetails":{"key":"value"}}"#;
/// As in the documentation: the alternatives in one string.
const ALTERNATIVES: &str = r#"{"eventType":"JOB_EXECUTION","operation":"succeeded|failed","status":"SUCCEEDED|FAILED","extra":1.0}"#;

#[test]
fn events_decode_and_encode() {
    let table = [
        ("JobEvent", COMPLETED),
        ("JobEvent", CANCELING),
        ("JobEvent", "{}"),
        ("JobExecutionEvent", TIMED_OUT),
        ("JobExecutionEvent", ALTERNATIVES),
        ("JobExecutionEvent", "{}"),
    ];
    for (name, json) in table {
        let entry = catalog::find_shape(&format!("event.{name}")).unwrap();
        assert_eq!(entry.decode(json).unwrap().to_json().unwrap(), json);
    }
}

#[test]
fn members_have_their_types() {
    let event: JobEvent = codec::from_str(COMPLETED).unwrap();
    assert_eq!(event.event_type(), Some(&EventType::Job));
    assert_eq!(event.timestamp(), Some(&DateTime::from_secs(1_234_567_890)));
    assert_eq!(
        event.completed_at(),
        Some(&DateTime::from_millis(1_234_567_890_123))
    );
    assert_eq!(
        event.last_updated_at(),
        Some(&DateTime::from_secs(1_234_567_890))
    );
    assert_eq!(event.operation(), Some(&JobEventOperation::Completed));
    assert_eq!(event.status(), Some(&JobEventStatus::Completed));
    let details = event.job_process_details().unwrap();
    assert_eq!(details.number_of_succeeded_things(), Some(3));
    assert_eq!(event.unknown(), []);

    let event: JobEvent = codec::from_str(CANCELING).unwrap();
    assert_eq!(
        event.operation(),
        Some(&JobEventOperation::CancellationInProgress)
    );
    assert_eq!(
        event.status(),
        Some(&JobEventStatus::CancellationInProgress)
    );
    assert_eq!(event.comment(), Some("why"));
    assert_eq!(event.unknown(), []);

    let event: JobExecutionEvent = codec::from_str(TIMED_OUT).unwrap();
    assert_eq!(event.event_type(), Some(&EventType::JobExecution));
    assert_eq!(
        event.operation(),
        Some(&JobExecutionEventOperation::TimedOut)
    );
    assert_eq!(event.status(), Some(&JobExecutionStatus::TimedOut));
    assert_eq!(event.status_details().unwrap()["key"], "value");
    assert_eq!(event.unknown(), []);

    let event: JobExecutionEvent = codec::from_str(ALTERNATIVES).unwrap();
    let paths: Vec<_> = event
        .unknown()
        .into_iter()
        .map(|unknown| unknown.path)
        .collect();
    assert_eq!(paths, ["operation", "status", "extra"]);
}

#[test]
fn events_have_every_state_of_a_job() {
    for state in JobStatus::values() {
        let event_status = JobEventStatus::from(JobStatus::from(*state));
        assert_eq!(event_status, JobEventStatus::try_parse(state).unwrap());
    }
    for state in ["DELETED", "CANCELLATION_IN_PROGRESS"] {
        let event_status = JobEventStatus::from(JobStatus::from(state));
        assert_eq!(event_status, JobEventStatus::try_parse(state).unwrap());
        JobStatus::try_parse(state).unwrap_err();
    }
    let later = JobEventStatus::from(JobStatus::from("PAUSED"));
    assert_eq!(later.as_str(), "PAUSED");
}

#[test]
fn the_event_type_determines_the_event() {
    let Ok(Event::Job(event)) = Event::from_slice(COMPLETED.as_bytes()) else {
        panic!("not a job event")
    };
    assert_eq!(codec::to_string(&event).unwrap(), COMPLETED);
    let late = r#"{"statusDetails": {"eventType": "JOB"}, "eventType": "JOB_EXECUTION"}"#;
    for json in [TIMED_OUT, ALTERNATIVES, late] {
        let event = Event::from_slice(json.as_bytes()).unwrap();
        assert!(matches!(event, Event::JobExecution(_)), "{json}");
    }
}

#[test]
fn an_event_needs_a_known_type() {
    let table: [(&[u8], &str); 8] = [
        (
            b"{}",
            "eventType: this member is required to determine the type of event",
        ),
        (
            br#"{"eventType": null}"#,
            "eventType: this member is required to determine the type of event",
        ),
        (
            br#"{"eventType": "THING"}"#,
            r#"eventType: expected "JOB" or "JOB_EXECUTION", found "THING""#,
        ),
        (
            br#"{"eventType": 1}"#,
            "eventType: expected an enum value (string), found number 1 at line 1 column 15",
        ),
        (
            br#"{"eventType": "JOB", "eventType": "JOB"}"#,
            "eventType: this member appears twice at line 1 column 35",
        ),
        (
            br#"{"eventType": "JOB_EXECUTION", "timestamp": true}"#,
            "timestamp: expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset), found boolean true at line 1 column 45",
        ),
        (
            b"[]",
            "expected an object, found an array at line 1 column 1",
        ),
        (
            b"",
            "the text is empty, expected a JSON value at line 1 column 1",
        ),
    ];
    for (json, message) in table {
        let error = Event::from_slice(json).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn kinds_of_topics_are_the_known_operations() {
    let kinds = JobEventKind::all().iter().map(|kind| kind.as_str());
    assert!(kinds.eq(JobEventOperation::values().iter().copied()));
    for kind in JobEventKind::all() {
        let operation = JobEventOperation::from(*kind);
        assert_eq!(operation.as_str(), kind.to_string());
        assert_eq!(operation.kind(), Some(*kind));
    }
    assert_eq!(JobEventOperation::from("SOMEDAY").kind(), None);

    let kinds = JobExecutionEventKind::all()
        .iter()
        .map(|kind| kind.as_str());
    assert!(kinds.eq(JobExecutionEventOperation::values().iter().copied()));
    for kind in JobExecutionEventKind::all() {
        let operation = JobExecutionEventOperation::from(*kind);
        assert_eq!(operation.as_str(), kind.to_string());
        assert_eq!(operation.kind(), Some(*kind));
    }
    assert_eq!(JobExecutionEventOperation::from("completed").kind(), None);
}
