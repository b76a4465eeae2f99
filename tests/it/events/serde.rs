//! Events through serde, directly and inside the caller's types.

use iot_jobs::{codec, event::Event};
use serde::{
    Deserialize, Serialize,
    de::{
        IntoDeserializer,
        value::{self, StrDeserializer},
    },
};

use super::{ALTERNATIVES, COMPLETED, TIMED_OUT};

/// The type first, in the middle and last; unknown members before and after it.
const TYPE_ANYWHERE: &[(&str, &str)] = &[
    (COMPLETED, COMPLETED),
    (TIMED_OUT, TIMED_OUT),
    (ALTERNATIVES, ALTERNATIVES),
    (
        r#"{"timestamp": 1234567890, "later": [1, {"a": null}], "eventType": "JOB", "jobId": "j"}"#,
        r#"{"eventType":"JOB","timestamp":1234567890,"jobId":"j","later":[1,{"a":null}]}"#,
    ),
    (
        r#"{"statusDetails": {"eventType": "JOB"}, "jobId": "j", "eventType": "JOB_EXECUTION"}"#,
        r#"{"eventType":"JOB_EXECUTION","jobId":"j","statusDetails":{"eventType":"JOB"}}"#,
    ),
    // A serializer receives an `f64`.
    (
        r#"{"eventType": "JOB", "later": 1.50000000000000000000000001}"#,
        r#"{"eventType":"JOB","later":1.5}"#,
    ),
];

#[test]
fn an_event_is_decoded_wherever_its_type_is() {
    for (json, canonical) in TYPE_ANYWHERE {
        let event: Event = serde_json::from_str(json).unwrap();
        assert_eq!(Event::from_slice(json.as_bytes()).unwrap(), event);
        assert_eq!(&serde_json::to_string(&event).unwrap(), canonical);
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        let from_value: Event = serde_json::from_value(value).unwrap();
        assert_eq!(
            matches!(event, Event::Job(_)),
            matches!(from_value, Event::Job(_))
        );
    }
}

#[test]
fn the_codec_keeps_every_digit_of_an_event() {
    let json = r#"{"eventType":"JOB","later":1.50000000000000000000000001}"#;
    let Event::Job(event) = Event::from_slice(json.as_bytes()).unwrap() else {
        panic!("an event of a job")
    };
    assert_eq!(codec::to_string(&event).unwrap(), json);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Received {
    queue: String,
    events: Vec<Event>,
}

#[test]
fn events_are_members_of_other_types() {
    let json = format!(r#"{{"queue":"q","events":[{COMPLETED},{TIMED_OUT}]}}"#);
    let received: Received = serde_json::from_str(&json).unwrap();
    assert!(matches!(
        received.events[..],
        [Event::Job(_), Event::JobExecution(_)]
    ));
    assert_eq!(serde_json::to_string(&received).unwrap(), json);
}

#[test]
fn errors_state_what_was_expected() {
    let table = [
        (
            "{}",
            "eventType: this member is required to determine the type of event",
        ),
        (
            r#"{"eventType": null}"#,
            "eventType: this member is required to determine the type of event",
        ),
        (
            r#"{"eventType": "THING", "jobId": 1}"#,
            r#"eventType: expected "JOB" or "JOB_EXECUTION", found "THING""#,
        ),
        (
            r#"{"eventType": 1}"#,
            "eventType: expected a string, found number 1",
        ),
        // Where the type of a member is wrong, the caller's deserializer states where.
        (
            r#"{"eventType": "JOB", "jobId": 1}"#,
            "invalid type: integer `1`, expected a string",
        ),
        (
            r#"{"jobId": 1, "eventType": "JOB"}"#,
            "invalid type: integer `1`, expected a string",
        ),
        (
            r#"{"jobId": "a", "jobId": "a", "eventType": "JOB"}"#,
            "jobId",
        ),
        (
            r#"{"jobId": "a", "eventType": "JOB", "jobId": "a"}"#,
            "jobId",
        ),
        (r#"{"eventType": "JOB", "eventType": "JOB"}"#, "eventType"),
        (r#"["JOB"]"#, "expected an object (event)"),
    ];
    for (json, expected) in table {
        let error = serde_json::from_str::<Event>(json).unwrap_err().to_string();
        assert!(error.contains(expected), "{json}: {error}");
    }
    let text: StrDeserializer<'_, value::Error> = "secret".into_deserializer();
    let error = Event::deserialize(text).unwrap_err();
    assert_eq!(error.to_string(), "expected an object, found a string");
}
