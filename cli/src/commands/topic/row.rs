//! A topic as a JSON object.

use iot_jobs::device::topic::{Call, JobId, JobOrNext, NamespaceId, ThingName, Topic, TopicError};
use serde::Serialize;

/// The parts of a topic.
#[derive(Serialize)]
pub(super) struct TopicRow<'a> {
    pub(super) family: &'static str,
    pub(super) operation: Option<&'static str>,
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
        let (family, operation) = match topic {
            Topic::Request(call) | Topic::Accepted(call) | Topic::Rejected(call) => {
                ("call", operation_name(call))
            }
            Topic::JobEvent { kind, .. } => ("job-event", Some(kind.as_str())),
            Topic::JobExecutionEvent { kind, .. } => ("job-execution-event", Some(kind.as_str())),
            Topic::NotifyNext { .. } => ("notification", Some("NextJobExecutionChanged")),
            _ => ("notification", Some("JobExecutionsChanged")),
        };
        let stage = match topic {
            Topic::Request(_) => Some("request"),
            Topic::Accepted(_) => Some("accepted"),
            Topic::Rejected(_) => Some("rejected"),
            _ => None,
        };
        let next = match topic.call() {
            Some(Call::Describe { job, .. }) => Some(JobOrNext::as_str(job)),
            _ => None,
        };
        Self {
            family,
            operation,
            stage,
            thing: topic.thing().map(ThingName::as_str),
            job: topic.job().map(JobId::as_str).or(next),
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

fn operation_name(call: &Call<'_>) -> Option<&'static str> {
    Some(match call {
        Call::GetPending { .. } => "GetPendingJobExecutions",
        Call::StartNext { .. } => "StartNextPendingJobExecution",
        Call::Describe { .. } => "DescribeJobExecution",
        Call::Update { .. } => "UpdateJobExecution",
        // A call that a later version of the library adds.
        _ => return None,
    })
}
