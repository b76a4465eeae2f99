//! A topic as a JSON object.

use iot_jobs::device::topic::{Call, JobId, NamespaceId, ThingName, Topic, TopicError};
use serde::Serialize;

/// The parts of a topic.
#[derive(Serialize)]
pub(super) struct TopicRow<'a> {
    pub(super) family: &'static str,
    pub(super) operation: &'static str,
    pub(super) stage: Option<&'static str>,
    pub(super) thing: Option<&'a str>,
    pub(super) job: Option<&'a str>,
    pub(super) namespace: Option<&'a str>,
    pub(super) shape: &'static str,
}

/// Why a topic is invalid.
#[derive(Serialize)]
pub(super) struct InvalidTopicRow {
    error: TopicErrorRow,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TopicErrorRow {
    other_service: bool,
    level: Option<usize>,
    message: String,
}

impl<'a> TopicRow<'a> {
    /// The parts of a topic.
    pub(super) fn new(topic: &'a Topic<'_>) -> Self {
        let (family, operation, stage) = match topic {
            Topic::Request(call) => ("call", call.operation(), Some("request")),
            Topic::Accepted(call) => ("call", call.operation(), Some("accepted")),
            Topic::Rejected(call) => ("call", call.operation(), Some("rejected")),
            Topic::JobEvent { kind, .. } => ("job-event", kind.as_str(), None),
            Topic::JobExecutionEvent { kind, .. } => ("job-execution-event", kind.as_str(), None),
            // `Topic` is not exhaustive in other crates; every other variant is a notification.
            _ => ("notification", payload_name(topic), None),
        };
        let job_level = topic.call().and_then(Call::job_level);
        Self {
            family,
            operation,
            stage,
            thing: topic.thing().map(ThingName::as_str),
            job: job_level.or(topic.job().map(JobId::as_str)),
            namespace: topic.namespace().map(NamespaceId::as_str),
            shape: topic.shape_name(),
        }
    }
}

impl InvalidTopicRow {
    /// The row of this error.
    pub(super) fn new(error: &TopicError) -> Self {
        Self {
            error: TopicErrorRow {
                other_service: error.is_other_service(),
                level: error.level(),
                message: error.to_string(),
            },
        }
    }
}

/// The name of the payload's shape without its prefix; the API names a notification like its payload.
fn payload_name(topic: &Topic<'_>) -> &'static str {
    let shape = topic.shape_name();
    shape.split_once('.').map_or(shape, |(_, name)| name)
}
