//! What happens on a topic, in a sentence.

use iot_jobs::device::topic::{Call, JobEventKind, JobExecutionEventKind, Topic};

/// Who publishes on the topic, and when.
pub(super) fn sentence(topic: &Topic<'_>) -> String {
    match topic {
        Topic::Request(call) => {
            let (thing, wish) = (call.thing(), wish(call));
            format!("The device of the thing {thing} publishes here to {wish}.")
        }
        Topic::Accepted(call) => {
            let (thing, wish) = (call.thing(), wish(call));
            format!("The service answers here, with success, when {thing} asked to {wish}.")
        }
        Topic::Rejected(call) => {
            let (thing, wish) = (call.thing(), wish(call));
            format!("The service answers here, with an error, when {thing} asked to {wish}.")
        }
        Topic::Notify { thing, .. } => format!(
            "The service tells {thing} here that a job came to, or left, those it has yet to finish."
        ),
        Topic::NotifyNext { thing, .. } => {
            format!("The service tells {thing} here that another job is the next to work on.")
        }
        Topic::NotifyOfJob { thing, job, .. } => format!(
            "The service tells {thing} here that the job {job} came to, or left, those it has yet to \
             finish. So the API reference has it; clients that ship listen one level further up."
        ),
        Topic::JobEvent { job, kind } => {
            let what = job_event(*kind);
            format!("The service tells whoever listens that the job {job} {what}.")
        }
        Topic::JobExecutionEvent { job, kind } => {
            let what = execution_event(*kind);
            format!("The service tells whoever listens that the job {job} {what}.")
        }
        _ => "A topic that this command is too old to explain.".to_owned(),
    }
}

/// What a device asks for.
fn wish(call: &Call<'_>) -> String {
    match (call, call.job()) {
        (Call::GetPending { .. }, _) => "list the jobs that it has yet to finish".to_owned(),
        (Call::StartNext { .. }, _) => "start the next job that waits for it".to_owned(),
        (Call::Describe { .. }, Some(job)) => {
            format!("read about the job {job} and what it says to do")
        }
        (Call::Describe { .. }, None) => {
            "read about its next job and what it says to do".to_owned()
        }
        (Call::Update { .. }, Some(job)) => format!("report how far it is with the job {job}"),
        _ => "do what this command is too old to know".to_owned(),
    }
}

fn job_event(kind: JobEventKind) -> &'static str {
    match kind {
        JobEventKind::Completed => "is completed: every device is done with it",
        JobEventKind::Canceled => "is canceled",
        JobEventKind::Deleted => "is deleted",
        JobEventKind::CancellationInProgress => "is being canceled",
        JobEventKind::DeletionInProgress => "is being deleted",
        _ => "changed",
    }
}

fn execution_event(kind: JobExecutionEventKind) -> &'static str {
    match kind {
        JobExecutionEventKind::Succeeded => "succeeded on a device",
        JobExecutionEventKind::Failed => "failed on a device",
        JobExecutionEventKind::Rejected => "was rejected by a device",
        JobExecutionEventKind::Canceled => "was canceled for a device",
        JobExecutionEventKind::TimedOut => "was not finished by a device in time",
        JobExecutionEventKind::Removed => {
            "was taken from a device, whose thing was deleted or left the targets"
        }
        JobExecutionEventKind::Deleted => "was deleted for a device",
        _ => "changed on a device",
    }
}
