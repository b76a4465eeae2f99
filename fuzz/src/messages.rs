//! MQTT: a topic by number, or in words, and what must hold for a message.

use iot_jobs::{
    Error, codec,
    device::{
        message::Message,
        queue::Queue,
        topic::{Filter, Topic},
    },
    event::Event,
    shape::Shape,
};

use crate::round_trip::{judge_error, judge_value};

/// A topic of each kind.
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

/// Judges a payload under a topic.
pub fn judge(topic: &str, payload: &[u8]) {
    let topic = Topic::parse(topic).expect("a topic of the list");
    match Message::decode(&topic, payload) {
        Ok(message) => judge_message(&topic, &message),
        Err(error) => judge_error(&error),
    }
    if matches!(
        topic,
        Topic::JobEvent { .. } | Topic::JobExecutionEvent { .. }
    ) {
        judge_event(payload);
    }
}

/// An event is the same whether its topic or its payload tells its kind.
fn judge_event(payload: &[u8]) {
    match Event::from_slice(payload) {
        Ok(Event::Job(event)) => assert_eq!(codec::from_slice(payload).ok(), Some(event)),
        Ok(Event::JobExecution(event)) => assert_eq!(codec::from_slice(payload).ok(), Some(event)),
        Ok(other) => panic!("a new kind of event: {other:?}"),
        Err(error) => judge_error(&error),
    }
}

fn judge_message(topic: &Topic<'_>, message: &Message) {
    let text = match message {
        Message::GetPendingJobExecutionsRequest(it) => of(it),
        Message::GetPendingJobExecutionsResponse(it) => of(it),
        Message::StartNextPendingJobExecutionRequest(it) => of(it),
        Message::StartNextPendingJobExecutionResponse(it) => of(it),
        Message::DescribeJobExecutionRequest(it) => of(it),
        Message::DescribeJobExecutionResponse(it) => of(it),
        Message::UpdateJobExecutionRequest(it) => of(it),
        Message::UpdateJobExecutionResponse(it) => of(it),
        Message::ErrorResponse(it) => of(it),
        Message::JobExecutionsChanged(it) => of(it),
        Message::NextJobExecutionChanged(it) => of(it),
        Message::JobEvent(it) => of(it),
        Message::JobExecutionEvent(it) => of(it),
        other => panic!("a new kind of message: {other:?}"),
    }
    .expect("a message that was decoded");
    let again = Message::decode(topic, text.as_bytes()).expect("a message that was encoded");
    assert_eq!(again.client_token(), message.client_token());
    let token = message.client_token();
    assert!(token.is_none_or(|token| again.answers(token) == message.answers(token)));

    let mut queue = Queue::default();
    if queue.hear(message) {
        let once = queue.clone();
        // Messages may come twice.
        queue.hear(message);
        assert_eq!(queue.pending().len(), once.pending().len());
        let _ = queue.next();
    }
}

fn of<T: Shape>(value: &T) -> Result<String, Error> {
    judge_value(value, false);
    codec::to_string(value)
}

/// Judges text that may be a topic, and that may be a filter.
pub fn judge_topic(text: &str, filter: &str) {
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
            let answers = Filter::answers(thing);
            let told = !matches!(topic, Topic::Request(_)) && topic.namespace().is_none();
            assert_eq!(
                told,
                answers.iter().any(|filter| filter.matches(text)),
                "{text}"
            );
        }
    }
    if let Ok(filter) = filter.parse::<Filter>() {
        assert_eq!(filter.to_string().parse::<Filter>().as_ref(), Ok(&filter));
        assert_eq!(filter.matches(text), matches(filter.as_str(), text));
    }
}

/// Whether a filter matches a topic, by MQTT's rules and level by level.
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
fn the_list_is_of_topics() {
    for topic in TOPICS {
        judge(topic, b"{}");
        judge_topic(topic, "$aws/#");
    }
}
