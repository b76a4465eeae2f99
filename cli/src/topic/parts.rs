//! The parts of a topic, as a JSON object has them.

use iot_jobs::device::topic::{Call, JobId, JobOrNext, NamespaceId, ThingName, Topic, TopicError};
use serde::Serialize;

/// The parts of a topic.
#[derive(Serialize)]
pub(super) struct Parts<'a> {
    pub(super) family: &'static str,
    pub(super) operation: Option<&'static str>,
    pub(super) stage: Option<&'static str>,
    pub(super) thing: Option<&'a str>,
    pub(super) job: Option<&'a str>,
    pub(super) namespace: Option<&'a str>,
    pub(super) shape: &'static str,
}

/// The row of a text that is no topic.
#[derive(Serialize)]
pub(super) struct Refused {
    pub(super) error: ErrorParts,
}

/// Why it is none.
#[derive(Serialize)]
pub(super) struct ErrorParts {
    foreign: bool,
    level: Option<usize>,
    message: String,
}

impl<'a> Parts<'a> {
    /// The parts of this topic.
    pub(super) fn of(topic: &'a Topic<'_>) -> Self {
        let (family, operation) = match topic {
            Topic::Request(call) | Topic::Accepted(call) | Topic::Rejected(call) => {
                ("call", operation(call))
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

impl ErrorParts {
    /// The parts of this error.
    pub(super) fn of(error: &TopicError) -> Self {
        Self {
            foreign: error.is_foreign(),
            level: error.level(),
            message: error.to_string(),
        }
    }
}

fn operation(call: &Call<'_>) -> Option<&'static str> {
    Some(match call {
        Call::GetPending { .. } => "GetPendingJobExecutions",
        Call::StartNext { .. } => "StartNextPendingJobExecution",
        Call::Describe { .. } => "DescribeJobExecution",
        Call::Update { .. } => "UpdateJobExecution",
        // A call that this command is too old to know.
        _ => return None,
    })
}
