//! What is published on a topic, in a sentence.

use iot_jobs::device::topic::{Call, JobEventKind, JobExecutionEventKind, Topic};

/// Who publishes on the topic, and when.
pub(super) fn sentence(topic: &Topic<'_>) -> String {
    match topic {
        Topic::Request(call) => {
            let (thing, purpose) = (call.thing(), purpose(call));
            format!("The thing {thing} publishes here to {purpose}.")
        }
        Topic::Accepted(call) => response("accepts", call),
        Topic::Rejected(call) => response("rejects", call),
        Topic::Notify { thing, .. } => format!(
            "The service publishes here when a job execution is added to or removed from the list of \
             pending job executions of {thing}."
        ),
        Topic::NotifyNext { thing, .. } => {
            format!(
                "The service publishes here when another job execution of {thing} becomes the next one."
            )
        }
        Topic::NotifyOfJob { thing, job, .. } => format!(
            "The service publishes here when an execution of the job {job} is added to or removed from \
             the list of pending job executions of {thing}. The API reference documents this topic; \
             released device clients subscribe to the topic without the job."
        ),
        Topic::JobEvent { job, kind } => {
            let event = job_event(*kind);
            format!("The service publishes here when the job {job} {event}.")
        }
        Topic::JobExecutionEvent { job, kind } => {
            let event = execution_event(*kind);
            format!("The service publishes here when an execution of the job {job} {event}.")
        }
        _ => "This version of the command cannot explain this topic.".to_owned(),
    }
}

fn response(verb: &str, call: &Call<'_>) -> String {
    let (thing, purpose) = (call.thing(), purpose(call));
    format!("The service publishes here if it {verb} the request of {thing} to {purpose}.")
}

/// What a thing requests, as an infinitive.
fn purpose(call: &Call<'_>) -> String {
    match (call, call.job()) {
        (Call::GetPending { .. }, _) => "list its pending job executions".to_owned(),
        (Call::StartNext { .. }, _) => "start its next pending job execution".to_owned(),
        (Call::Describe { .. }, Some(job)) => format!("describe its execution of the job {job}"),
        (Call::Describe { .. }, None) => "describe its next pending job execution".to_owned(),
        (Call::Update { .. }, Some(job)) => {
            format!("update the status of its execution of the job {job}")
        }
        _ => "call an operation that this version of the command does not know".to_owned(),
    }
}

fn job_event(kind: JobEventKind) -> &'static str {
    match kind {
        JobEventKind::Completed => "is completed: all its executions are in a terminal state",
        JobEventKind::Canceled => "is canceled",
        JobEventKind::Deleted => "is deleted",
        JobEventKind::CancellationInProgress => "is being canceled",
        JobEventKind::DeletionInProgress => "is being deleted",
        _ => "changes",
    }
}

fn execution_event(kind: JobExecutionEventKind) -> &'static str {
    match kind {
        JobExecutionEventKind::Succeeded => "succeeds",
        JobExecutionEventKind::Failed => "fails",
        JobExecutionEventKind::Rejected => "is rejected by the thing",
        JobExecutionEventKind::Canceled => "is canceled",
        JobExecutionEventKind::TimedOut => "times out",
        JobExecutionEventKind::Removed => {
            "is removed, because the thing is deleted or no longer a target of the job"
        }
        JobExecutionEventKind::Deleted => "is deleted",
        _ => "changes",
    }
}
