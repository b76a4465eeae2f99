//! MQTT topics, filters and messages.

use iot_jobs::{
    catalog,
    catalog::ShapeEntry,
    codec,
    device::{
        message::Message,
        queue::Queue,
        topic::{Filter, Topic},
    },
    event::Event,
};

use crate::round_trip::{check_error, check_value};

/// A topic of each form.
pub const TOPICS: &[&str] = &[
    "$aws/things/lamp/jobs/get",
    "$aws/things/lamp/jobs/get/accepted",
    "$aws/things/lamp/jobs/get/rejected",
    "$aws/things/lamp/jobs/start-next",
    "$aws/things/lamp/jobs/start-next/accepted",
    "$aws/things/lamp/jobs/start-next/rejected",
    "$aws/things/lamp/jobs/$next/get",
    "$aws/things/lamp/jobs/$next/get/accepted",
    "$aws/things/lamp/jobs/get/get/rejected",
    "$aws/things/lamp/jobs/j-1/update",
    "$aws/things/lamp/jobs/j-1/update/accepted",
    "$aws/things/lamp/jobs/j-1/namespace-aws-gg-deployment/update/rejected",
    "$aws/things/lamp/jobs/notify",
    "$aws/things/lamp/jobs/notify-namespace-ns",
    "$aws/things/lamp/jobs/j-1/notify-namespace-ns",
    "$aws/things/lamp/jobs/notify-next",
    "$aws/things/lamp/jobs/notify-next-namespace-ns",
    "$aws/events/job/j-1/completed",
    "$aws/events/job/j-1/deletion_in_progress",
    "$aws/events/jobExecution/j-1/timed_out",
];

/// The catalog entry of a topic's payload.
pub fn payload_shape(topic: &Topic<'_>) -> ShapeEntry {
    catalog::find_shape(topic.shape_name()).expect("a shape of the catalog")
}

/// Checks a payload on a topic of [`TOPICS`].
pub fn check(topic: &str, payload: &[u8]) {
    let topic = Topic::parse(topic).expect("a topic of the list");
    let entry = payload_shape(&topic);
    match (Message::decode(&topic, payload), entry.decode(payload)) {
        (Ok(message), Ok(value)) => {
            let text = check_value(&entry, &*value);
            check_message(&topic, &message, &text);
        }
        (Err(error), Err(of_shape)) => {
            check_error(&error);
            assert_eq!(error.to_string(), of_shape.to_string());
        }
        (message, value) => panic!("{:?} but {:?}", message.err(), value.err()),
    }
    if matches!(
        topic,
        Topic::JobEvent { .. } | Topic::JobExecutionEvent { .. }
    ) {
        check_event(payload);
    }
}

/// Checks that an event decodes to the same value with and without its topic.
fn check_event(payload: &[u8]) {
    match Event::from_slice(payload) {
        Ok(Event::Job(event)) => assert_eq!(codec::from_slice(payload).ok(), Some(event)),
        Ok(Event::JobExecution(event)) => assert_eq!(codec::from_slice(payload).ok(), Some(event)),
        Ok(other) => panic!("an unexpected kind of event: {other:?}"),
        Err(error) => check_error(&error),
    }
}

fn check_message(topic: &Topic<'_>, message: &Message, text: &str) {
    let again = Message::decode(topic, text.as_bytes()).expect("encoded text decodes");
    let token = message.client_token();
    assert_eq!(again.client_token(), token);
    assert!(token.is_none_or(|token| again.is_response_to(token) == message.is_response_to(token)));

    let mut queue = Queue::default();
    if queue.apply(message) {
        let once = queue.clone();
        // MQTT delivers at least once: a duplicate must not change the queue.
        queue.apply(message);
        assert_eq!(queue.pending().len(), once.pending().len());
        let _ = queue.next();
    }
}

/// Checks text that may be a topic, and text that may be a topic filter.
pub fn check_topic(text: &str, filter: &str) {
    if let Ok(topic) = Topic::parse(text) {
        assert_eq!(topic.to_string(), text);
        let owned = topic.clone().into_owned();
        assert_eq!(owned, topic);
        let parts = [
            topic.thing().map(ToString::to_string),
            topic.job().map(ToString::to_string),
            topic.namespace().map(ToString::to_string),
        ];
        assert!(parts.into_iter().flatten().all(|part| text.contains(&part)));
        if let Some(call) = topic.call() {
            let request = call.clone().request();
            assert_eq!(Topic::parse(&request.to_string()).as_ref(), Ok(&request));
        }
        if let Some(thing) = topic.thing() {
            let answers = Filter::published_to(thing);
            let is_received = !matches!(topic, Topic::Request(_)) && topic.namespace().is_none();
            let matched = answers.iter().any(|filter| filter.matches(text));
            assert_eq!(is_received, matched, "{text}");
        }
    }
    if let Ok(filter) = filter.parse::<Filter>() {
        assert_eq!(filter.to_string().parse::<Filter>().as_ref(), Ok(&filter));
        assert_eq!(filter.matches(text), matches(filter.as_str(), text));
    }
}

/// Whether a filter matches a topic, by the rules of MQTT, level by level.
fn matches(filter: &str, topic: &str) -> bool {
    fn levels(filter: &[&str], topic: &[&str]) -> bool {
        match (filter, topic) {
            (["#"], _) | ([], []) => true,
            ([one, filter @ ..], [other, topic @ ..]) => {
                (*one == "+" || one == other) && levels(filter, topic)
            }
            _ => false,
        }
    }
    let hidden = topic.starts_with('$') && filter.starts_with(['+', '#']);
    let name = !topic.is_empty() && !topic.contains(['+', '#', '\0']);
    let (filter, topic): (Vec<_>, Vec<_>) =
        (filter.split('/').collect(), topic.split('/').collect());
    name && !hidden && levels(&filter, &topic)
}

#[test]
fn every_payload_has_a_topic() {
    let mut payloads: Vec<_> = TOPICS
        .iter()
        .map(|topic| payload_shape(&Topic::parse(topic).expect("a topic")).name())
        .collect();
    payloads.sort();
    payloads.dedup();
    let mut catalog: Vec<_> = catalog::shapes()
        .map(|entry| entry.name())
        .filter(|name| name.starts_with("mqtt.") || name.starts_with("event."))
        .collect();
    catalog.sort();
    assert_eq!(payloads, catalog);
}

#[test]
fn topics_pass_their_checks() {
    for topic in TOPICS {
        check(topic, b"{}");
        check_topic(topic, "$aws/#");
    }
}
